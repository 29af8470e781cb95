package helpdesk.platform.request;

import java.util.regex.Pattern;

/** The {@code traceparent} header of W3C Trace Context, version 00. */
final class TraceParent {

    private static final Pattern WELL_FORMED =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceParent() {}

    /** The header as it is when it is well-formed; a broken one is dropped, as the recommendation asks. */
    static String wellFormedOrNull(String header) {
        return header != null && WELL_FORMED.matcher(header).matches() ? header : null;
    }
}
