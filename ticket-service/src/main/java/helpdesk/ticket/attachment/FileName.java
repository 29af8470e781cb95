package helpdesk.ticket.attachment;

import helpdesk.platform.problem.PlatformProblem;

/** The name of a file: a name, not a way to some other place. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    /**
     * The name, when it is one.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter}
     */
    static String require(String name) {
        if (name == null || name.isBlank() || name.length() > LONGEST) {
            throw PlatformProblem.INVALID_PARAMETER.at("?name", "Give the file a name of 1 to 200 characters.");
        }
        boolean leadsAway =
                name.contains("/") || name.contains("\\") || name.strip().matches("\\.+");
        if (leadsAway || name.codePoints().anyMatch(FileName::isHidden)) {
            throw PlatformProblem.INVALID_PARAMETER.at(
                    "?name", "Give a plain name such as report.pdf: no slashes, no invisible characters.");
        }
        return name.strip();
    }

    /** Characters that turn the direction of writing make an .exe look like a .pdf. */
    private static boolean isHidden(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || Character.getType(character) == Character.SURROGATE
                || Character.getType(character) == Character.LINE_SEPARATOR
                || Character.getType(character) == Character.PARAGRAPH_SEPARATOR;
    }
}
