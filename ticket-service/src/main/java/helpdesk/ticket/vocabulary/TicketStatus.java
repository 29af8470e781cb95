package helpdesk.ticket.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Where a ticket is on its way. Never back to new; closed is final, and comes by rule, not by hand.
 *
 * <p>{@code pending} waits for the customer, {@code on_hold} for a third party.
 */
public enum TicketStatus {
    @JsonProperty("new")
    NEW,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("pending")
    PENDING,
    @JsonProperty("on_hold")
    ON_HOLD,
    @JsonProperty("resolved")
    RESOLVED,
    @JsonProperty("closed")
    CLOSED;

    /** The statuses that somebody may set from here. */
    public Set<TicketStatus> allowedNext() {
        return switch (this) {
            case NEW -> EnumSet.of(OPEN, PENDING, ON_HOLD, RESOLVED);
            case OPEN -> EnumSet.of(PENDING, ON_HOLD, RESOLVED);
            case PENDING -> EnumSet.of(OPEN, ON_HOLD, RESOLVED);
            case ON_HOLD -> EnumSet.of(OPEN, PENDING, RESOLVED);
            case RESOLVED -> EnumSet.of(OPEN);
            case CLOSED -> EnumSet.noneOf(TicketStatus.class);
        };
    }

    /** Whether a customer's reply opens a ticket that is here. */
    public boolean opensOnReply() {
        return this == PENDING || this == ON_HOLD || this == RESOLVED;
    }

    /** The name on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
