package helpdesk.notification.unsubscribe;

import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;

/** Renders the pages. A page is one answer: it needs no script, and nothing else is loaded. */
@ApplicationScoped
class UnsubscribePages {

    static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE = read();

    /** What a browser may do with a page: show it with its own style, and send its form. */
    private static final String POLICY = "default-src 'none'; style-src 'sha256-" + hash()
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Engine engine;

    UnsubscribePages(Engine engine) {
        this.engine = engine;
    }

    RestResponse<String> of(Unsubscription unsubscription) {
        UnsubscribeWords words = UnsubscribeWords.in(unsubscription.language());
        String what = words.get(unsubscription.purpose());
        return answer(
                RestResponse.StatusCode.OK,
                unsubscription.done()
                        ? new UnsubscribePage(words.language(), words.get("done"), what, null)
                        : new UnsubscribePage(words.language(), words.get("ask"), what, words.get("button")));
    }

    RestResponse<String> refusal(int status, String spoken) {
        UnsubscribeWords words = UnsubscribeWords.in(spoken);
        return answer(status, new UnsubscribePage(words.language(), words.get("unknown"), words.get("advice"), null));
    }

    private RestResponse<String> answer(int status, UnsubscribePage page) {
        String html = engine.getTemplate("unsubscribe.html")
                .data("page", page)
                .data("style", STYLE)
                .render();
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(html)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, page.language())
                .header("Content-Security-Policy", POLICY)
                // The address of the page lets in whoever has it.
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    private static String hash() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String read() {
        try (InputStream file = UnsubscribePages.class.getResourceAsStream("/pages/unsubscribe.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
