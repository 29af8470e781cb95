package helpdesk.gateway.proxy;

/**
 * How many calls of a service may be repeated: a tenth of all, so that repetitions never become the load under which a service
 * breaks down. A few are free, for services that are asked rarely.
 */
final class RetryBudget {

    private static final int PRICE = 10;
    private static final int MOST = 10 * PRICE;

    private int saved = MOST;

    /** One call more. */
    synchronized void called() {
        saved = Math.min(MOST, saved + 1);
    }

    /** Whether one of them may be repeated; it counts then. */
    synchronized boolean take() {
        if (saved < PRICE) {
            return false;
        }
        saved -= PRICE;
        return true;
    }
}
