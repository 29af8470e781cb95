package helpdesk.customer.timeline;

import helpdesk.customer.profile.CustomerRepository;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.text.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
    public Page<TimelineItem> list(
            @PathParam("id") UUID id,
            @Parameter(
                            description =
                                    "Only these kinds, separated by commas: ticket.opened, or all of a family: ticket",
                            example = "ticket,callback.completed")
                    @QueryParam("kind")
                    @Size(max = 1000, message = "Ask for fewer kinds at once.")
                    @PlainText
                    String kind,
            @BeanParam @Valid PageRequest page) {
        customers.require(id);
        KindFilter kinds = KindFilter.of(kind);
        String list = "timeline " + id + " " + kinds;
        Optional<TimelinePlace> behind = TimelinePlace.read(cursors.open(page.after(), list));
        return Page.of(
                timeline.newest(id, kinds, behind, page.limitPlusOne()),
                page.limit(),
                TimelineItem::of,
                last -> cursors.seal(TimelinePlace.of(last).values(), list));
    }
}
