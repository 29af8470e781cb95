package helpdesk.ticket.catalogue;

/** What a topic says about a ticket. */
public enum TopicTree {
    /** What it is about. */
    CATEGORY("category", "/api/v1/ticket-categories"),
    /** Why it came to that (practice 12). */
    CAUSE("cause", "/api/v1/ticket-causes");

    private final String field;
    private final String address;

    TopicTree(String field, String address) {
        this.field = field;
        this.address = address;
    }

    /** The field of a ticket that takes a path of this tree. */
    String field() {
        return field;
    }

    /** Where the tree is kept. */
    String address() {
        return address;
    }
}
