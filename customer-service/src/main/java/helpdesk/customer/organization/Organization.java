package helpdesk.customer.organization;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An organisation that customers belong to. */
@Entity
public class Organization extends Aggregate {

    private String name;

    @ElementCollection
    @CollectionTable(name = "organization_domain", joinColumns = @JoinColumn(name = "organization_id"))
    @Column(name = "domain")
    @BatchSize(size = 101)
    private Set<String> domains = new LinkedHashSet<>();

    private String notes;
    private UUID accountManagerId;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, JsonNode> customFields;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Organization() {}

    Organization(UUID id, OrganizationBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    /** Replaces what can be written. */
    void write(OrganizationBody body, Instant now) {
        name = body.name().strip();
        domains.retainAll(body.domains());
        domains.addAll(body.domains());
        notes = body.notes();
        accountManagerId = body.accountManagerId();
        customFields = new TreeMap<>(body.customFields());
        updatedAt = now;
    }

    /** What can be written, as it is. */
    OrganizationBody writable() {
        return new OrganizationBody(
                name, domains.stream().sorted().toList(), notes, accountManagerId, new TreeMap<>(customFields));
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
