package helpdesk.platform.text;

/**
 * Texts in cells that a spreadsheet opens: what it would take for a formula has an apostrophe before it, because people
 * elsewhere write what comes to lie there.
 */
public final class SpreadsheetText {

    private static final String FORMULAS = "=+-@\t\r";

    private SpreadsheetText() {}

    /** The text as a cell shows it, whatever it begins with; null is empty. */
    public static String harmless(Object value) {
        String text = value == null ? "" : value.toString();
        return isFormula(text) ? "'" + text : text;
    }

    /** The text as it was before. */
    public static String original(String cell) {
        return cell.startsWith("'") && isFormula(cell.substring(1)) ? cell.substring(1) : cell;
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    }
}
