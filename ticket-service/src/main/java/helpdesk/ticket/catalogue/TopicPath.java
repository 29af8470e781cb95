package helpdesk.ticket.catalogue;

/** Where a topic is in its tree: one to five names with slashes between them, for example {@code billing/refund}. */
record TopicPath(String text) {

    static final String PATTERN = "[^/\\s](?:[^/]*[^/\\s])?(?:/[^/\\s](?:[^/]*[^/\\s])?){0,4}";
    static final String MESSAGE = "A path has one to five names with slashes between them, such as billing/refund.";

    /** The path of the topic above; null at the top. */
    String parent() {
        int slash = text.lastIndexOf('/');
        return slash < 0 ? null : text.substring(0, slash);
    }

    String lastSegment() {
        return text.substring(text.lastIndexOf('/') + 1);
    }
}
