package helpdesk.ticket.request;

import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.PageScript;
import helpdesk.platform.page.PhraseBook;
import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders the pages on which people ask for help and follow their request. They work without a script, and are live with it. */
@ApplicationScoped
class RequestPages {

    private static final PhraseBook PHRASES = new PhraseBook(
            RequestPages.class, "/requests", List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar"));

    private static final PageScript LIVE = new PageScript(read());

    private final Engine engine;

    RequestPages(Engine engine) {
        this.engine = engine;
    }

    /** The phrases in the first of these languages that they are there in. */
    static Phrases phrases(String... wanted) {
        return PHRASES.in(wanted);
    }

    RestResponse<String> form(int status, Phrases words, Map<String, String> entries, Map<String, String> faults) {
        NewRequestPage page = NewRequestPage.of(words, PHRASES.languages(), entries, faults);
        return PageResponse.of(status, render("request-form.html", page, words), words.language());
    }

    RestResponse<String> talk(int status, TalkPage page) {
        return PageResponse.of(status, render("request.html", page, page.words()), page.language(), LIVE);
    }

    RestResponse<String> notice(int status, Phrases words, String name) {
        return PageResponse.of(status, render("request-notice.html", name, words), words.language());
    }

    private String render(String template, Object page, Phrases words) {
        return engine.getTemplate(template)
                .data("page", page)
                .data("words", words)
                .data("style", PageResponse.style())
                .data("script", LIVE.text())
                .render();
    }

    private static String read() {
        try (InputStream file = RequestPages.class.getResourceAsStream("/requests/live.js")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
