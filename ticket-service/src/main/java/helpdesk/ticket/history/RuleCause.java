package helpdesk.ticket.history;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;

/** Which rule makes the changes at hand, if one does. The history writes it into each line. */
@RequestScoped
public class RuleCause {

    private UUID rule;
    private int depth;
    private UUID root;

    /**
     * Does something on behalf of a rule. Afterwards everything is as it was before.
     *
     * @param depth how many steps it is away from what somebody did, from 1
     * @param root the event of what somebody did, or the act of an automation, from which it follows
     */
    public void acting(UUID rule, int depth, UUID root, Runnable work) {
        UUID formerRule = this.rule;
        int formerDepth = this.depth;
        UUID formerRoot = this.root;
        this.rule = rule;
        this.depth = depth;
        this.root = root;
        try {
            work.run();
        } finally {
            this.rule = formerRule;
            this.depth = formerDepth;
            this.root = formerRoot;
        }
    }

    /** The rule; null when none acts. */
    public UUID rule() {
        return rule;
    }

    /** From what its acting follows; null when no rule acts. */
    public UUID root() {
        return root;
    }

    /** 0 when no rule acts. */
    public int depth() {
        return depth;
    }
}
