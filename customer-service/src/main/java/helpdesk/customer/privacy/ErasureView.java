package helpdesk.customer.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an erasure is.
 *
 * @param round how often all were asked
 * @param missing who has not answered the round yet
 * @param dueAt when it has to be done
 */
@Schema(name = "Erasure")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErasureView(
        UUID id,
        UUID customerId,
        ErasureState state,
        int round,
        List<Receipt> receipts,
        List<String> missing,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Instant dueAt,
        boolean overdue,
        Instant finishedAt,
        long version) {}
