package helpdesk.customer.profile;

import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Language tags in the one form in which they are stored: BCP 47 with its customary capitals, {@code de-AT}. */
public final class Languages {

    private Languages() {}

    /** The tag in its customary form; empty when it names no language. */
    public static Optional<String> canonical(String tag) {
        if (tag == null) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** All tags in their customary form, each once, in their order. */
    static List<String> canonical(List<String> tags) {
        return tags.stream().flatMap(tag -> canonical(tag).stream()).distinct().toList();
    }
}
