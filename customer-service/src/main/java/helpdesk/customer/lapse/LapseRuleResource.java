package helpdesk.customer.lapse;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The rules for those who stay away (practice 3). */
@Path("/api/v1/lapse-rules")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Loyalty")
public class LapseRuleResource {

    private final LapseRuleService service;

    LapseRuleResource(LapseRuleService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listLapseRules", summary = "Rules for those who stay away, the oldest first")
    public Page<LapseRuleView> list(@BeanParam @Valid PageRequest page) {
        return service.list(page, LapseRuleView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readLapseRule", summary = "One rule for those who stay away")
    public RestResponse<LapseRuleView> read(@PathParam("id") UUID id) {
        return ok(service.require(id));
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createLapseRule",
            summary = "Makes a rule for those who stay away",
            description =
                    "Who stays away by a rule gets a message that they are missed, and a ticket opens to win them back. "
                            + "Nobody is run after by two rules at once.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation = LapseRuleBody.class,
                                            requiredProperties = {"name", "sign"})))
    @APIResponse(
            responseCode = "201",
            description = "The rule for those who stay away, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = LapseRuleView.class)))
    @APIResponse(responseCode = "409", description = "name-taken or too-many-definitions")
    public RestResponse<LapseRuleView> create(
            @NotNull(message = "Send the rule for those who stay away as JSON.") @Valid LapseRuleBody body) {
        LapseRule made = service.create(body);
        return Versioned.created("/api/v1/lapse-rules/" + made.id(), LapseRuleView.of(made), made.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "changeLapseRule", summary = "Changes a rule for those who stay away")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = LapseRuleBody.class)))
    @APIResponse(responseCode = "200", description = "The rule for those who stay away as it became")
    public RestResponse<LapseRuleView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    private static RestResponse<LapseRuleView> ok(LapseRule one) {
        return Versioned.ok(LapseRuleView.of(one), one.version());
    }
}
