package helpdesk.feedback.page;

import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders pages. A page is one answer: it needs no script, and nothing else is loaded. */
@ApplicationScoped
class Pages {

    /** What is said around the questions. */
    private static final PhraseBook PHRASES = new PhraseBook(
            Pages.class, "/pages", List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar"));

    private final Engine engine;

    Pages(Engine engine) {
        this.engine = engine;
    }

    /** Phrases of the language, or of what it falls back to; English ones where there are none. */
    static Phrases words(String language) {
        return PHRASES.in(language);
    }

    RestResponse<String> form(int status, FormPage page) {
        return answer(status, "survey-form.html", page, page.language());
    }

    RestResponse<String> notice(int status, NoticePage page) {
        return answer(status, "survey-notice.html", page, page.language());
    }

    private RestResponse<String> answer(int status, String template, Object page, String language) {
        String html = engine.getTemplate(template)
                .data("page", page)
                .data("style", PageResponse.style())
                .render();
        return PageResponse.of(status, html, language);
    }
}
