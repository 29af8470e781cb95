package helpdesk.ticket.attachment;

import helpdesk.platform.http.Streamed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/**
 * A file as it goes out: always as something to be saved, never as something to be shown or run where it came from.
 */
@ApplicationScoped
public class Download {

    private final AttachmentContent content;

    Download(AttachmentContent content) {
        this.content = content;
    }

    RestResponse<Streamed> of(Attachment attachment) {
        Streamed bytes = new Streamed(out -> content.read(attachment.id(), out));
        return ResponseBuilder.ok(bytes)
                .header(HttpHeaders.CONTENT_TYPE, attachment.mediaType())
                .header(HttpHeaders.CONTENT_LENGTH, attachment.size())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + encoded(attachment.name()))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .tag(new EntityTag(attachment.sha256()))
                .build();
    }

    /** As RFC 8187 wants it. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
