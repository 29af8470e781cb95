package helpdesk.customer.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;

/** Who cares for a customer. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardAgent(UUID id, String name) {}
