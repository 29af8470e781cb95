package helpdesk.customer.reward;

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

/** What customers are rewarded with, and for what. */
@Path("/api/v1/reward-programs")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Rewards")
public class ProgramResource {

    private static final String LIST = "reward-programs";

    private final ProgramService service;
    private final Programs programs;
    private final CouponService coupons;
    private final Cursors cursors;

    ProgramResource(ProgramService service, Programs programs, CouponService coupons, Cursors cursors) {
        this.service = service;
        this.programs = programs;
        this.coupons = coupons;
        this.cursors = cursors;
    }

    @GET
    @Operation(operationId = "listRewardPrograms", summary = "Reward programs, the oldest first")
    public Page<ProgramView> list(@BeanParam @Valid PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        return Page.of(
                programs.list(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne()),
                page.limit(),
                ProgramView::of,
                last -> cursors.seal(List.of(last.id().toString()), LIST));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "readRewardProgram", summary = "One reward program")
    public RestResponse<ProgramView> read(@PathParam("id") UUID id) {
        return ok(service.require(id));
    }

    @GET
    @Path("/{id}/tally")
    @Operation(operationId = "readRewardTally", summary = "How many coupons a program has issued")
    public TallyView tally(@PathParam("id") UUID id) {
        return new TallyView(service.require(id).issued());
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createRewardProgram",
            summary = "Makes a reward program",
            description =
                    "With issue, customers get coupons without anybody's doing: for each answer to a survey, or for each "
                            + "ticket that is resolved.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema =
                                    @Schema(
                                            implementation = ProgramBody.class,
                                            requiredProperties = {"name", "value"})))
    @APIResponse(
            responseCode = "201",
            description = "The program, and in Location where it is",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = ProgramView.class)))
    @APIResponse(responseCode = "409", description = "name-taken or too-many-programs")
    public RestResponse<ProgramView> create(@NotNull(message = "Send the program as JSON.") @Valid ProgramBody body) {
        Program program = service.create(body);
        return Versioned.created("/api/v1/reward-programs/" + program.id(), ProgramView.of(program), program.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeRewardProgram",
            summary = "Changes a reward program; coupons that there are stay what they are")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = ProgramBody.class)))
    @APIResponse(responseCode = "200", description = "The program as it became")
    public RestResponse<ProgramView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        return ok(service.change(id, IfMatch.required(ifMatch), patch));
    }

    @POST
    @Path("/{id}/series")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "createCouponSeries",
            summary = "Makes up to 1,000 coupons to be handed out: whoever has a code can redeem it, once")
    @APIResponse(
            responseCode = "201",
            description = "The codes",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SeriesView.class)))
    @APIResponse(responseCode = "409", description = "no-coupons-left or program-inactive")
    public RestResponse<SeriesView> issueSeries(
            @PathParam("id") UUID id, @NotNull(message = "Say how many.") @Valid IssueSeries body) {
        return RestResponse.status(RestResponse.Status.CREATED, coupons.issueSeries(id, body));
    }

    private static RestResponse<ProgramView> ok(Program program) {
        return Versioned.ok(ProgramView.of(program), program.version());
    }
}
