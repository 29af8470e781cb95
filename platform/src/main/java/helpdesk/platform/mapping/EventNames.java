package helpdesk.platform.mapping;

/** Types and sources of events, as mappings name them: as they are, or by how they begin, with a star at the end. */
public final class EventNames {

    /** What is written. */
    public static final String FORM = "[^\\s*\\p{Cntrl}]{1,255}\\*?|\\*";

    /** What {@link #FORM} says. */
    public static final String MESSAGE =
            "Write 1 to 255 characters without spaces: com.example.alert, or com.example.*";

    private static final String ANYTHING_MORE = "*";

    private EventNames() {}

    /**
     * Whether a type or a source is one that was named.
     *
     * @param named null for any
     */
    public static boolean fits(String named, String name) {
        if (named == null) {
            return true;
        }
        return named.endsWith(ANYTHING_MORE)
                ? name.startsWith(named.substring(0, named.length() - 1))
                : name.equals(named);
    }
}
