package helpdesk.notification.message;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A file that goes with a message, as the API shows it.
 *
 * @param href where its content is
 */
public record MessageAttachmentView(String name, String contentType, String href) {

    static List<MessageAttachmentView> of(UUID message, List<MessageAttachment> attachments) {
        return IntStream.range(0, attachments.size())
                .mapToObj(i -> new MessageAttachmentView(
                        attachments.get(i).name(),
                        attachments.get(i).contentType(),
                        "/api/v1/messages/" + message + "/attachments/" + (i + 1)))
                .toList();
    }
}
