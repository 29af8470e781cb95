package helpdesk.notification.booking;

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

    private static final PhraseBook PHRASES = new PhraseBook(
            Pages.class, "/pages", List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar"));

    private final Engine engine;

    Pages(Engine engine) {
        this.engine = engine;
    }

    /** Phrases of the first of these languages that there are any of, each with what it falls back to; else English ones. */
    static Phrases words(String... wanted) {
        return PHRASES.in(wanted);
    }

    RestResponse<String> show(int status, BookingPage page) {
        String html = engine.getTemplate("callback-page.html")
                .data("page", page)
                .data("languages", PHRASES.languages())
                .data("style", PageResponse.style())
                .render();
        return PageResponse.of(status, html, page.language());
    }
}
