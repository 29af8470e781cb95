package helpdesk.customer.privacy;

import java.time.Instant;
import java.util.SortedMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That a service holds nothing on the person any more.
 *
 * @param round of asking that it answers
 * @param erased how much of what
 */
@Schema(name = "ErasureReceipt")
public record Receipt(String service, int round, Instant erasedAt, SortedMap<String, Long> erased) {}
