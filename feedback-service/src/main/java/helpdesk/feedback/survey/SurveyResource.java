package helpdesk.feedback.survey;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.Nullable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
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

/** The surveys that customers are asked to answer. */
@Path("/api/v1/surveys")
@Tag(name = "Surveys", description = "The questions that customers are asked")
public class SurveyResource {

    private static final String LIST = "surveys";
    private static final String PATH = "/api/v1/surveys/";

    private final SurveyService service;
    private final SurveyRepository surveys;
    private final Cursors cursors;

    SurveyResource(SurveyService service, SurveyRepository surveys, Cursors cursors) {
        this.service = service;
        this.surveys = surveys;
        this.cursors = cursors;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "createSurvey", summary = "Creates a survey as a draft")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> create(@Valid SurveyContent content) {
        return created(service.create(content));
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "listSurveys", summary = "All surveys, the newest first")
    public Page<SurveyView> list(
            @Parameter(description = "Only versions of this survey") @QueryParam("seriesId") UUID seriesId,
            @BeanParam @Valid PageRequest page) {
        String list = LIST + " " + seriesId;
        List<String> after = cursors.open(page.after(), list);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                surveys.page(seriesId, last, page.limitPlusOne()),
                page.limit(),
                SurveyView::of,
                survey -> cursors.seal(List.of(survey.id().toString()), list));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "readSurvey", summary = "One survey")
    public RestResponse<SurveyView> read(@PathParam("id") UUID id) {
        Survey survey = surveys.require(id);
        return Versioned.ok(SurveyView.of(survey), survey.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeSurvey",
            summary = "Changes a draft",
            description = "A published survey stays as it is: open a new version.")
    @RequestBody(
            content = @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = SurveyPatch.class)))
    @APIResponse(responseCode = "200", description = "The changed draft")
    @APIResponse(responseCode = "409", description = "It was published already")
    public RestResponse<SurveyView> patch(
            @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, MergePatch patch) {
        Survey survey = service.patch(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(SurveyView.of(survey), survey.version());
    }

    @POST
    @Path("/{id}/versions")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "openSurveyVersion",
            summary = "Opens the next version of a survey, a draft with the same questions",
            description =
                    "It takes the place of the version before it when it is published; answers to that one stay its own.")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    @APIResponse(responseCode = "409", description = "survey-has-draft")
    public RestResponse<SurveyView> openVersion(@PathParam("id") UUID id) {
        return created(service.openVersion(id));
    }

    @POST
    @Path("/{id}/publication")
    // Said, so that a request without a body need not name a media type.
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "publishSurvey",
            summary = "Publishes a survey",
            description =
                    "With replacesDefault it is from now on the one that goes out when a ticket is resolved; so can one that"
                            + " was published before. The body may be left out.")
    @RequestBody(required = false)
    @APIResponse(
            responseCode = "201",
            description = "The published survey",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SurveyView.class)))
    @APIResponse(responseCode = "409", description = "It was published already")
    public RestResponse<SurveyView> publish(@PathParam("id") UUID id, @Nullable PublicationRequest request) {
        return created(service.publish(id, request == null ? PublicationRequest.plain() : request));
    }

    private static RestResponse<SurveyView> created(Survey survey) {
        return Versioned.created(PATH + survey.id(), SurveyView.of(survey), survey.version());
    }
}
