package helpdesk.customer.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/** A ticket that is open. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardTicket(UUID id, String number, String subject, String status, Instant changedAt) {}
