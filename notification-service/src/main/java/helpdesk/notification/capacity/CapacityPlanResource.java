package helpdesk.notification.capacity;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriBuilder;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** When groups call back, and how many customers at once. */
@Path("/api/v1/capacity-plans/{group}")
@Tag(name = "Callbacks")
public class CapacityPlanResource {

    private static final String GROUP = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}";
    private static final String GROUP_ADVICE =
            "Name the group with 1 to 100 letters, digits, blanks, dots, underscores and hyphens.";

    private final CapacityPlanService service;

    CapacityPlanResource(CapacityPlanService service) {
        this.service = service;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "readCapacityPlan", summary = "When a group calls back, and how many customers at once")
    public RestResponse<CapacityPlanView> read(@PathParam("group") String group) {
        CapacityPlanView plan = service.read(group);
        return Versioned.ok(plan, plan.version());
    }

    @PUT
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "putCapacityPlan",
            summary = "Replaces a group's capacity plan; with If-None-Match: * makes its first one",
            description =
                    "Callbacks that are booked keep their times. A new slot that overlaps one of them has that much"
                            + " less room.")
    @APIResponse(responseCode = "200", description = "Replaced")
    @APIResponse(responseCode = "201", description = "Made")
    public RestResponse<CapacityPlanView> put(
            @PathParam("group") @Pattern(regexp = GROUP, message = GROUP_ADVICE) String group,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @NotNull(message = "Send the plan.") @Valid PutCapacityPlan body) {
        Capacity capacity = body.capacity();
        if (ifMatch == null && "*".equals(ifNoneMatch)) {
            CapacityPlanView plan = service.create(group, capacity);
            return Versioned.created(location(group), plan, plan.version());
        }
        CapacityPlanView plan = service.replace(group, IfMatch.required(ifMatch), capacity);
        return Versioned.ok(plan, plan.version());
    }

    private static String location(String group) {
        return UriBuilder.fromPath("/api/v1/capacity-plans/{group}")
                .build(group)
                .toString();
    }
}
