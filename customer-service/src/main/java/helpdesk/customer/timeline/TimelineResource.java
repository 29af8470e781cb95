package helpdesk.customer.timeline;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The history that is at hand when a customer makes contact (practice 1). */
@Path("/api/v1/customers/{id}/timeline")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Customers")
public class TimelineResource {

    private final Timeline timeline;
    private final CustomerRepository customers;
    private final Cursors cursors;

    TimelineResource(Timeline timeline, CustomerRepository customers, Cursors cursors) {
        this.timeline = timeline;
        this.customers = customers;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "readTimeline",
            summary = "What happened to a customer, the newest first",
            description =
                    "Over all services and integrations: tickets, surveys, callbacks, messages, and what else came in.")
    public Page<TimelineItem> list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page) {
        customers.require(id);
        String list = "timeline " + id;
        Optional<TimelinePlace> behind = TimelinePlace.read(cursors.open(page.after(), list));
        return Page.of(
                timeline.newest(id, behind, page.limitPlusOne()),
                page.limit(),
                TimelineItem::of,
                last -> cursors.seal(TimelinePlace.of(last).values(), list));
    }
}
