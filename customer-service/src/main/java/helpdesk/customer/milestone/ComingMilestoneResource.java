package helpdesk.customer.milestone;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The milestones of all customers, as they come. */
@Path("/api/v1/milestones")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Milestones")
public class ComingMilestoneResource {

    private final MilestoneService service;

    ComingMilestoneResource(MilestoneService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "listComingMilestones",
            summary = "The milestones of all customers that are told next, in order")
    public Page<ComingMilestone> list(@BeanParam @Valid PageRequest page) {
        return service.coming(page);
    }
}
