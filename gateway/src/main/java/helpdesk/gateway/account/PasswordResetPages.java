package helpdesk.gateway.account;

import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders the pages on which people choose a password by a link. They need no script, and nothing else is loaded. */
@ApplicationScoped
class PasswordResetPages {

    private static final PhraseBook PHRASES = new PhraseBook(
            PasswordResetPages.class,
            "/password-reset",
            List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar"));

    private static final List<Language> LANGUAGES =
            PHRASES.languages().stream().map(Language::of).toList();

    private final Engine engine;

    PasswordResetPages(Engine engine) {
        this.engine = engine;
    }

    /** The phrases in the first of these languages that they are there in. */
    static Phrases phrases(String... wanted) {
        return PHRASES.in(wanted);
    }

    /**
     * The form.
     *
     * @param fault the name of the phrase that says what was wrong with what was sent; null when nothing was sent yet
     */
    RestResponse<String> form(int status, Phrases words, String fault) {
        TemplateInstance template = engine.getTemplate("password-reset.html")
                .data("languages", LANGUAGES)
                .data("fault", fault);
        return answer(status, words, template);
    }

    /** What there is to say when there is nothing to fill in; {@code name} is the phrase's. */
    RestResponse<String> notice(int status, Phrases words, String name) {
        TemplateInstance template = engine.getTemplate("password-reset-notice.html")
                .data("title", words.get(name + ".title"))
                .data("text", words.get(name));
        return answer(status, words, template);
    }

    private static RestResponse<String> answer(int status, Phrases words, TemplateInstance template) {
        String html = template.data("words", words)
                .data("style", PageResponse.style())
                .render();
        return PageResponse.of(status, html, words.language());
    }

    /** A language as its speakers call it. */
    record Language(String language, String name) {

        static Language of(String tag) {
            Locale locale = Locale.forLanguageTag(tag);
            return new Language(tag, locale.getDisplayName(locale));
        }
    }
}
