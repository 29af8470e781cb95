package helpdesk.ticket.rule;

import java.util.UUID;

/** Something went wrong while a rule acted that is no refusal: it may go right another time. */
final class RuleAccident extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final UUID rule;

    RuleAccident(UUID rule, RuntimeException cause) {
        super(cause);
        this.rule = rule;
    }

    UUID rule() {
        return rule;
    }
}
