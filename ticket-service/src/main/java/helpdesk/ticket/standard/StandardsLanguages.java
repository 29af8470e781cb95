package helpdesk.ticket.standard;

import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import java.util.List;
import java.util.Locale;

/** The languages that the standards page is there in, and its words in each: {@code standards/<language>.properties}. */
final class StandardsLanguages {

    private static final PhraseBook PHRASES = new PhraseBook(
            StandardsLanguages.class,
            "/standards",
            List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta"));

    private StandardsLanguages() {}

    /** A language, and how it calls itself. */
    public record Language(String tag, String name) {}

    /** The words in the first of these languages that the page is there in. */
    static Phrases in(String... wanted) {
        return PHRASES.in(wanted);
    }

    static List<Language> all() {
        return PHRASES.languages().stream()
                .map(tag ->
                        new Language(tag, Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag))))
                .toList();
    }
}
