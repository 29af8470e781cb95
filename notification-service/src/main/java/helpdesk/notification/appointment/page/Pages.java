package helpdesk.notification.appointment.page;

import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders the page. It is one answer: it needs no script, and nothing else is loaded. */
@ApplicationScoped
class Pages {

    private static final PhraseBook PHRASES = new PhraseBook(
            Pages.class,
            "/pages/appointment",
            List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar"));

    private final Engine engine;

    Pages(Engine engine) {
        this.engine = engine;
    }

    /** Phrases of the first of these languages that there are any of, each with what it falls back to; else English ones. */
    static Phrases words(String... wanted) {
        return PHRASES.in(wanted);
    }

    RestResponse<String> appointment(int status, AppointmentPage page) {
        return answer(status, "appointment-page.html", page, page.words().language());
    }

    RestResponse<String> notice(int status, NoticePage page) {
        return answer(status, "appointment-notice.html", page, page.words().language());
    }

    private RestResponse<String> answer(int status, String template, Object page, String language) {
        String html = engine.getTemplate(template)
                .data("page", page)
                .data("style", PageResponse.style())
                .render();
        return PageResponse.of(status, html, language);
    }
}
