package helpdesk.gateway.stream;

/** Who reads streams: each audience has room of its own, so that none keeps the other out. */
enum StreamAudience {
    /** People who work here, and integrations: everything. */
    STAFF(200),
    /** Customers: each their own request. */
    CUSTOMERS(500);

    private final int most;

    StreamAudience(int most) {
        this.most = most;
    }

    /** At a time, in this process. */
    int most() {
        return most;
    }
}
