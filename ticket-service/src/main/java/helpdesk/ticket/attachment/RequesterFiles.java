package helpdesk.ticket.attachment;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** What the requester of a ticket may have of its files. */
@ApplicationScoped
public class RequesterFiles {

    private final AttachmentRepository attachments;
    private final Download download;

    RequesterFiles(AttachmentRepository attachments, Download download) {
        this.attachments = attachments;
        this.download = download;
    }

    public Page<AttachmentView> page(UUID ticket, PageRequest page) {
        return attachments.visible(ticket, page);
    }

    public RestResponse<Streamed> download(UUID ticket, UUID id) {
        return download.of(attachments.requireVisible(ticket, id));
    }
}
