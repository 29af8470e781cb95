package helpdesk.notification.unsubscribe;

import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders the pages. A page is one answer: it needs no script, and nothing else is loaded. */
@ApplicationScoped
class UnsubscribePages {

    private static final PhraseBook PHRASES = new PhraseBook(
            UnsubscribePages.class,
            "/unsubscribe",
            List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta"));

    private final Engine engine;

    UnsubscribePages(Engine engine) {
        this.engine = engine;
    }

    RestResponse<String> of(Unsubscription unsubscription) {
        Phrases words = PHRASES.in(unsubscription.language());
        String what = words.get(unsubscription.purpose());
        return answer(
                RestResponse.StatusCode.OK,
                unsubscription.done()
                        ? new UnsubscribePage(words.language(), words.get("done"), what, null)
                        : new UnsubscribePage(words.language(), words.get("ask"), what, words.get("button")));
    }

    RestResponse<String> refusal(int status, String spoken) {
        Phrases words = PHRASES.in(spoken);
        return answer(status, new UnsubscribePage(words.language(), words.get("unknown"), words.get("advice"), null));
    }

    private RestResponse<String> answer(int status, UnsubscribePage page) {
        String html = engine.getTemplate("unsubscribe.html")
                .data("page", page)
                .data("style", PageResponse.style())
                .render();
        return PageResponse.of(status, html, page.language());
    }
}
