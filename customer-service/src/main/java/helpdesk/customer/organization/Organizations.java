package helpdesk.customer.organization;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.persistence.Sql;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The organisations. */
@ApplicationScoped
public class Organizations implements PanacheRepositoryBase<Organization, UUID> {

    private final Sql sql;

    Organizations(Sql sql) {
        this.sql = sql;
    }

    /**
     * Passes when there is such an organisation, or none is named.
     *
     * @param pointer where the id was sent
     * @throws helpdesk.platform.problem.Problem {@code unknown-organization}
     */
    public void require(UUID id, String pointer) {
        if (id != null && findById(id) == null) {
            throw CustomerProblem.UNKNOWN_ORGANIZATION.at(
                    pointer, "There is no organisation with this id. See GET /api/v1/organizations.");
        }
    }

    /**
     * The organisation of this name, in capitals or not.
     *
     * @param pointer where the name was sent
     * @throws helpdesk.platform.problem.Problem {@code unknown-organization}
     */
    public UUID requireNamed(String name, String pointer) {
        return sql.first(
                        "select id from organization where lower(name) = lower(?)",
                        row -> row.getObject(1, UUID.class),
                        name)
                .orElseThrow(() -> CustomerProblem.UNKNOWN_ORGANIZATION.at(
                        pointer, "There is no organisation of this name. Make it first."));
    }

    /** The organisation that has one of these domains; of several the first by name. */
    public Optional<UUID> ofDomains(Collection<String> domains) {
        return domains.isEmpty()
                ? Optional.empty()
                : sql.first(
                        "select organization_id from organization_domain where domain = any(?) order by domain",
                        row -> row.getObject(1, UUID.class),
                        (Object) domains.toArray(String[]::new));
    }

    /** What shows organisations beside their customers. */
    public Map<UUID, OrganizationName> names(Collection<UUID> ids) {
        Map<UUID, OrganizationName> names = new HashMap<>();
        if (!ids.isEmpty()) {
            sql.list(
                    "select id, name, account_manager_id from organization where id = any(?)",
                    row -> names.put(
                            row.getObject(1, UUID.class),
                            new OrganizationName(
                                    row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class))),
                    (Object) ids.toArray(UUID[]::new));
        }
        return names;
    }

    /** Those whose names begin so, by name, behind the given place. */
    List<Organization> list(String beginning, Optional<OrganizationPlace> behind, int limit) {
        Parameters values = new Parameters();
        List<String> conditions = new ArrayList<>(List.of("true"));
        if (beginning != null) {
            conditions.add("lower(name) like lower(:beginning) escape '!'");
            values.and("beginning", beginning.replaceAll("([!%_])", "!$1") + "%");
        }
        behind.ifPresent(place -> {
            conditions.add("(lower(name), id) > (lower(:name), :id)");
            values.and("name", place.name()).and("id", place.id());
        });
        return find(String.join(" and ", conditions) + " order by lower(name), id", values)
                .page(0, limit)
                .list();
    }

    /** Whether customers belong to it. */
    boolean isInUse(UUID id) {
        return sql.first("select 1 from customer where organization_id = ? limit 1", row -> true, id)
                .isPresent();
    }
}
