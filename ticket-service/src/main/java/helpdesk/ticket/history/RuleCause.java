package helpdesk.ticket.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Which rule makes the changes at hand, if one does. The history writes it into each line. */
@RequestScoped
public class RuleCause {

    private UUID rule;
    private int depth;

    /**
     * Does something on behalf of a rule. Afterwards everything is as it was before.
     *
     * @param depth how many steps it is away from what somebody did, from 1
     */
    public void acting(UUID rule, int depth, Runnable work) {
        UUID formerRule = this.rule;
        int formerDepth = this.depth;
        this.rule = rule;
        this.depth = depth;
        try {
            work.run();
        } finally {
            this.rule = formerRule;
            this.depth = formerDepth;
        }
    }

    /** The rule; null when none acts. */
    public UUID rule() {
        return rule;
    }

    /** 0 when no rule acts. */
    public int depth() {
        return depth;
    }
}
