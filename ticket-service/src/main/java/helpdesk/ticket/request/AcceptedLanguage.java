package helpdesk.ticket.request;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;
import java.util.Locale.LanguageRange;

/** The language that a browser asks for. */
final class AcceptedLanguage {

    private static final int LONGEST_TAG = 35;

    private AcceptedLanguage() {}

    /** The language asked for first; null when there is none, or the header is not well-formed: nobody wrote it by hand. */
    static String first(HttpHeaders headers) {
        String header = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
        if (header == null || header.isBlank()) {
            return null;
        }
        try {
            return LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .filter(locale -> !locale.getLanguage().isEmpty())
                    .map(Locale::toLanguageTag)
                    .filter(tag -> tag.length() <= LONGEST_TAG)
                    .findFirst()
                    .orElse(null);
        } catch (IllegalArgumentException notWellFormed) {
            return null;
        }
    }
}
