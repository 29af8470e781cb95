package helpdesk.notification.mailbox.mime;

import helpdesk.platform.file.HarmfulFiles;
import java.util.regex.Pattern;

/** Names of files that came with a mail: a name, not a way to some other place, and nothing that hides what it is. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final Pattern PATH = Pattern.compile("^.*[/\\\\]");
    private static final Pattern DOTS_OR_BLANKS = Pattern.compile("^[.\\s]+|[.\\s]+$");
    private static final Pattern FORBIDDEN = Pattern.compile("[<>:\"|?*]");

    private FileNames() {}

    /**
     * The name as it is kept.
     *
     * @param told null when the mail tells none
     * @param instead what it is called when nothing of the name can be kept
     */
    static String clean(String told, String instead) {
        if (told == null) {
            return instead;
        }
        StringBuilder visible = new StringBuilder();
        EncodedWords.decode(told)
                .codePoints()
                .filter(character -> Character.getType(character) != Character.FORMAT)
                .forEach(visible::appendCodePoint);
        String line = MailText.line(visible.toString(), LONGEST * 4);
        String name = FORBIDDEN.matcher(PATH.matcher(line).replaceFirst("")).replaceAll("_");
        String bare = DOTS_OR_BLANKS.matcher(name).replaceAll("");
        return bare.isEmpty() ? instead : shortened(bare);
    }

    /** What it is stays to be seen at its end. */
    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        String extension = HarmfulFiles.extension(name);
        String end = extension.isEmpty() || extension.length() > 10 ? "" : "." + extension;
        return MailText.cut(name, LONGEST - end.length()) + end;
    }
}
