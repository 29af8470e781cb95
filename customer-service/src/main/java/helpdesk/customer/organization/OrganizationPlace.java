package helpdesk.customer.organization;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A place among the organisations, which are listed by name. */
record OrganizationPlace(String name, UUID id) {

    static OrganizationPlace of(Organization organization) {
        return new OrganizationPlace(organization.writable().name(), organization.id());
    }

    /** Reads what {@link #values()} wrote; empty for the beginning. */
    static Optional<OrganizationPlace> read(List<String> values) {
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(new OrganizationPlace(values.get(0), UUID.fromString(values.get(1))));
    }

    List<String> values() {
        return List.of(name, id.toString());
    }
}
