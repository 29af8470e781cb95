package helpdesk.customer.profile;

import jakarta.persistence.EnumeratedValue;

/** By what kind of thing a customer is recognised, the surest first. */
public enum IdentityKind {
    EMAIL("email"),
    PHONE("phone"),
    HANDLE("handle");

    @EnumeratedValue
    private final String stored;

    IdentityKind(String stored) {
        this.stored = stored;
    }

    /** The name in the database. */
    String stored() {
        return stored;
    }
}
