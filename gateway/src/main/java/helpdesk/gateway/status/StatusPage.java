package helpdesk.gateway.status;

import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** The status for people: light, without a script, and nothing from elsewhere. */
@ApplicationScoped
class StatusPage {

    private static final int OK = 200;
    private static final PhraseBook PHRASES =
            new PhraseBook(StatusPage.class, "/status", List.of("en", "de", "fr", "es", "pt", "ru"));

    private final Engine engine;

    StatusPage(Engine engine) {
        this.engine = engine;
    }

    /** @param wanted languages, the most wanted first */
    RestResponse<String> of(SystemStatus status, String... wanted) {
        Phrases words = PHRASES.in(wanted);
        String html = engine.getTemplate("status.html")
                .data("status", status)
                .data("words", words)
                .data("checked", words.with("checked", words.moment(status.checkedAt(), ZoneOffset.UTC)))
                .data("style", PageResponse.style())
                .render();
        return PageResponse.of(OK, html, words.language());
    }
}
