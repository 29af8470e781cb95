package helpdesk.customer.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody who won.
 *
 * @param customerId absent when they were forgotten since
 * @param couponId what they got; absent for moments
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DrawWinner")
record DrawWinner(int place, UUID entryId, UUID customerId, UUID couponId) {}
