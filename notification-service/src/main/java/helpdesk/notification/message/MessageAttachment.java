package helpdesk.notification.message;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * A file that goes with a message.
 *
 * @param name of the file, without folders
 * @param contentType the media type with its parameters
 */
@Embeddable
public record MessageAttachment(
        String name, @Column(name = "content_type") String contentType, byte[] content) {}
