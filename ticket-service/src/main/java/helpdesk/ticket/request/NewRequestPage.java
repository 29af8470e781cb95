package helpdesk.ticket.request;

import helpdesk.platform.page.Phrases;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The public form as a page.
 *
 * @param entries what was filled in, by the names of the fields
 * @param faults the fields that have to be looked at again, and why
 */
public record NewRequestPage(
        Phrases words, List<String> languages, String action, Map<String, String> entries, Map<String, String> faults) {

    static NewRequestPage of(
            Phrases words, List<String> languages, Map<String, String> entries, Map<String, String> faults) {
        return new NewRequestPage(
                words,
                languages,
                "requests?language=" + words.language() + "&once=" + UUID.randomUUID(),
                entries,
                faults);
    }

    public String language() {
        return words.language();
    }

    public String entry(String field) {
        return entries.getOrDefault(field, "");
    }

    /** Null when the field is well. */
    public String fault(String field) {
        return faults.get(field);
    }

    /** How a language calls itself. */
    public String nameOf(String tag) {
        return Phrases.nameOf(tag);
    }
}
