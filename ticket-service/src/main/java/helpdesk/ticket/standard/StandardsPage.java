package helpdesk.ticket.standard;

import helpdesk.platform.page.Phrases;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The standards as a page: light, without scripts, and nothing from elsewhere. */
@ApplicationScoped
class StandardsPage {

    private static final String STYLE = read();

    private final Engine engine;

    StandardsPage(Engine engine) {
        this.engine = engine;
    }

    String render(StandardsView view, Phrases words) {
        return engine.getTemplate("standards.html")
                .data("page", view)
                .data("words", words)
                .data("languages", StandardsLanguages.all())
                .data("style", STYLE)
                .render();
    }

    /** What a browser may do with it: show it with its own style. */
    static String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-" + hash() + "'; base-uri 'none'; form-action 'none'; "
                + "frame-ancestors 'none'";
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
        try (InputStream file = StandardsPage.class.getResourceAsStream("/standards/standards.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
