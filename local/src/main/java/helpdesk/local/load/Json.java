package helpdesk.local.load;

/** JSON of what tickets hold. */
final class Json {

    private Json() {}

    /** A text in quotation marks; it holds no control characters. */
    static String text(Object value) {
        return '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
