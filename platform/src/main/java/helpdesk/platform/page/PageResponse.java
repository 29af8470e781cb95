package helpdesk.platform.page;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jboss.resteasy.reactive.RestResponse;

/** A page for people who have no account: one answer, nothing else is loaded, and the browser is told to do no more with it. */
public final class PageResponse {

    public static final String MEDIA_TYPE = "text/html;charset=UTF-8";

    private static final String STYLE = read();

    private static final String POLICY = "default-src 'none'; style-src '" + hash(STYLE)
            + "'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private PageResponse() {}

    /** The style that all pages have, to be put into each. */
    public static String style() {
        return STYLE;
    }

    /** A page that needs no script. */
    public static RestResponse<String> of(int status, String html, String language) {
        return of(status, html, language, POLICY);
    }

    /**
     * A page that is better with its script, which may talk to where the page came from.
     *
     * @param script as it is on the page, to the character
     */
    public static RestResponse<String> of(int status, String html, String language, PageScript script) {
        return of(status, html, language, POLICY + "; script-src '" + script.hash() + "'; connect-src 'self'");
    }

    /** Goes on at another page, so that what was sent is not sent again by looking at it again. */
    public static RestResponse<String> goOn(String location) {
        return RestResponse.ResponseBuilder.<String>create(RestResponse.Status.SEE_OTHER)
                .header(HttpHeaders.LOCATION, location)
                .build();
    }

    private static RestResponse<String> of(int status, String html, String language, String policy) {
        return RestResponse.ResponseBuilder.<String>create(status)
                .entity(html)
                .type(MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_LANGUAGE, language)
                .header("Content-Security-Policy", policy)
                // The address of the page lets in whoever has it.
                .header("Referrer-Policy", "no-referrer")
                .build();
    }

    /** As a Content-Security-Policy names a text that is in the page. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String read() {
        try (InputStream file = PageResponse.class.getResourceAsStream("page.css")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
