package helpdesk.notification.webhook;

/** Which events are meant: a type as it is, or all types that begin so. */
record EventPattern(String text) {

    static final String FORM = "\\*|[A-Za-z0-9][A-Za-z0-9._-]*(\\.\\*)?";
    static final String ADVICE =
            "Write a type such as org.helpdesk.ticket.opened.v1, the beginning of types such as org.helpdesk.ticket.*, or *.";

    private static final String REST = "*";

    boolean matches(String type) {
        return text.endsWith(REST) ? type.startsWith(text.substring(0, text.length() - 1)) : type.equals(text);
    }
}
