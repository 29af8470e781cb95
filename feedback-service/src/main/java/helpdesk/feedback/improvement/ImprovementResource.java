package helpdesk.feedback.improvement;

import helpdesk.feedback.parameter.QueryParameter;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What is to become better. */
@Path("/api/v1/improvements")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Improvements", description = "What is to become better, who asked for it, and whether it did")
public class ImprovementResource {

    private static final String PATH = "/api/v1/improvements/";

    private final ImprovementService service;
    private final EffectQuery effects;
    private final Cursors cursors;

    ImprovementResource(ImprovementService service, EffectQuery effects, Cursors cursors) {
        this.service = service;
        this.effects = effects;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listImprovements", summary = "Improvements, the newest first")
    public Page<ImprovementView> list(
            @Parameter(
                            description = "Only those in this state",
                            schema = @Schema(implementation = ImprovementState.class))
                    @QueryParam("state")
                    String state,
            @Parameter(description = "Only those of this agent") @QueryParam("ownerId") UUID ownerId,
            @BeanParam @Valid PageRequest page) {
        ImprovementState only = new QueryParameter("state", state)
                .oneOf(ImprovementState.values())
                .orElse(null);
        String list = "improvements " + only + " " + ownerId;
        List<String> after = cursors.open(page.after(), list);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                service.list(only, ownerId, last, page.limitPlusOne()),
                page.limit(),
                improvement -> improvement,
                improvement -> cursors.seal(List.of(improvement.id().toString()), list));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readImprovement", summary = "One improvement")
    public RestResponse<ImprovementView> read(@PathParam("id") UUID id) {
        return ok(service.read(id));
    }

    @GET
    @Path("/{id}/effect")
    @Operation(
            operationId = "readImprovementEffect",
            summary = "What it aimed at, before the work began and after it was done",
            description =
                    "Of the answers received in the days of its aim, each with the interval of 95 % confidence and the"
                            + " number of cases. Before work begins, before is now. Empty without an aim.")
    public EffectView effect(@PathParam("id") UUID id) {
        return effects.of(id);
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "openImprovement",
            summary = "Opens an improvement: from answers, from a cause of complaints, or by hand",
            description =
                    "Who gave the answers asks for it. Who complained of the cause within the last 366 days does so moments"
                            + " later, and so does whoever complains of it from now on.")
    @APIResponse(
            responseCode = "201",
            description = "The improvement, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImprovementView.class)))
    @APIResponse(responseCode = "409", description = "cause-covered: another one covers the cause")
    @APIResponse(responseCode = "422", description = "unknown-agent or unknown-response")
    public RestResponse<ImprovementView> open(
            @NotNull(message = "Send the improvement as JSON.") @Valid NewImprovement body) {
        ImprovementView opened = service.open(body);
        return Versioned.created(PATH + opened.id(), opened, opened.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeImprovement",
            summary = "Changes an improvement, or where it stands",
            description =
                    "To be done it needs an outcome, to be declined a reason. When it is done, each person who asked for it is"
                            + " told the outcome, once, in the language that fits best, if they consent.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = ImprovementBody.class)))
    @APIResponse(responseCode = "200", description = "The improvement as it became")
    @APIResponse(responseCode = "409", description = "transition-not-allowed or improvement-merged")
    @APIResponse(responseCode = "422", description = "unknown-agent")
    public RestResponse<ImprovementView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    @POST
    @Path("/{id}/merges")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "mergeImprovement",
            summary = "Lets an improvement go on in another",
            description =
                    "The other takes over all who asked for it, the answers and the causes. Whoever asked for both is told once."
                            + " The other may have been merged itself: then it is what that goes on in.")
    @APIResponse(
            responseCode = "201",
            description = "The other, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ImprovementView.class)))
    @APIResponse(responseCode = "409", description = "transition-not-allowed or improvement-merged")
    @APIResponse(responseCode = "422", description = "unknown-improvement")
    public RestResponse<ImprovementView> merge(
            @PathParam("id") UUID id, @NotNull(message = "Send the merge as JSON.") @Valid MergeImprovement request) {
        ImprovementView other = service.merge(id, request.intoId());
        return Versioned.created(PATH + other.id(), other, other.version());
    }

    private static RestResponse<ImprovementView> ok(ImprovementView improvement) {
        return Versioned.ok(improvement, improvement.version());
    }
}
