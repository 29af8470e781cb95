package helpdesk.customer.organization;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.agent.KnownAgents;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;

/** Keeps organisations. */
@ApplicationScoped
@Transactional
class OrganizationService {

    private static final String NAME_TAKEN = "organization_name_taken";
    private static final String DOMAIN_TAKEN = "organization_domain_taken";
    private static final String IN_USE = "customer_organization";

    private final Organizations organizations;
    private final KnownAgents agents;
    private final Patcher patcher;
    private final Clock clock;

    OrganizationService(Organizations organizations, KnownAgents agents, Patcher patcher, Clock clock) {
        this.organizations = organizations;
        this.agents = agents;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @throws Problem {@code name-taken}, {@code domain-taken} or {@code unknown-agent}
     */
    Organization create(OrganizationBody body) {
        agents.require(body.accountManagerId(), "/accountManagerId");
        Organization organization = new Organization(Ids.next(), body, clock.instant());
        organizations.persist(organization);
        flush();
        return organization;
    }

    /** Changes one. Who belongs to it already stays. */
    Organization change(UUID id, IfMatch seen, MergePatch patch) {
        Organization organization = require(id);
        seen.require(organization.version());
        OrganizationBody former = organization.writable();
        OrganizationBody changed = patcher.apply(patch, former);
        if (!Objects.equals(changed.accountManagerId(), former.accountManagerId())) {
            agents.require(changed.accountManagerId(), "/accountManagerId");
        }
        if (!changed.equals(former)) {
            organization.write(changed, clock.instant());
            flush();
        }
        return organization;
    }

    /**
     * Removes one that nobody belongs to.
     *
     * @throws Problem {@code organization-in-use}
     */
    void delete(UUID id, IfMatch seen) {
        Organization organization = require(id);
        seen.require(organization.version());
        if (organizations.isInUse(id)) {
            throw inUse();
        }
        organizations.delete(organization);
        flush();
    }

    /**
     * The organisation.
     *
     * @throws Problem {@code organization-not-found}
     */
    Organization require(UUID id) {
        return organizations
                .findByIdOptional(id)
                .orElseThrow(() ->
                        CustomerProblem.ORGANIZATION_NOT_FOUND.problem("Check the id. See GET /api/v1/organizations."));
    }

    private void flush() {
        try {
            organizations.flush();
        } catch (ConstraintViolationException e) {
            throw switch (String.valueOf(e.getConstraintName())) {
                case NAME_TAKEN ->
                    CustomerProblem.NAME_TAKEN.at("/name", "An organisation has this name already. Choose another.");
                case DOMAIN_TAKEN ->
                    CustomerProblem.DOMAIN_TAKEN.at(
                            "/domains", "One of the domains is another organisation's. See GET /api/v1/organizations.");
                case IN_USE -> inUse();
                default -> e;
            };
        }
    }

    private static Problem inUse() {
        return CustomerProblem.ORGANIZATION_IN_USE.problem(
                "Customers belong to it: GET /api/v1/customers?organizationId= lists them.");
    }
}
