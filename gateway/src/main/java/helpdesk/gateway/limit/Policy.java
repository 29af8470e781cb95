package helpdesk.gateway.limit;

/**
 * How often a minute something may happen, by whoever it counts for. All of it may come at once; it grows back evenly.
 *
 * @param name as {@code RateLimit-Policy} tells it
 * @param quota 0 for as often as it likes
 */
record Policy(String name, int quota) {

    /** In seconds. */
    static final int WINDOW = 60;

    boolean isUnlimited() {
        return quota <= 0;
    }

    /** For {@code RateLimit-Policy} (draft-ietf-httpapi-ratelimit-headers-10). */
    String header() {
        return "\"%s\";q=%d;w=%d".formatted(name, quota, WINDOW);
    }
}
