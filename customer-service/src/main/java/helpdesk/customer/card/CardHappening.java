package helpdesk.customer.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** A line of the timeline. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CardHappening(Instant at, String kind, String summary, String refId) {}
