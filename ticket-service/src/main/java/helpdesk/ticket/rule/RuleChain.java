package helpdesk.ticket.rule;

/**
 * Where an automation stands in a chain of rules: what it counts from may be the work of another, or its own.
 *
 * @param isOwn whether it would be set off by what it did itself
 * @param depth how many steps it is away from what somebody did, from 1
 */
record RuleChain(boolean isOwn, int depth) {

    /** Whether it acts. */
    boolean isOpen() {
        return !isOwn && depth <= RuleTask.DEEPEST;
    }
}
