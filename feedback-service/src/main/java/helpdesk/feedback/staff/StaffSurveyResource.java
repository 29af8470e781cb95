package helpdesk.feedback.staff;

import helpdesk.feedback.response.AnswerRequest;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where staff say how they are doing, without a name (practice 33). */
@Path("/api/v1/staff-surveys")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Staff surveys", description = "Where staff say how they are doing, without a name")
public class StaffSurveyResource {

    private final StaffSurveyService service;

    StaffSurveyResource(StaffSurveyService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "listStaffSurveys", summary = "What staff are asked, and whether you have answered")
    public StaffSurveys list(
            @Parameter(description = "A BCP 47 language to be asked in") @QueryParam("language") @LanguageTag
                    String language) {
        return new StaffSurveys(service.list(language));
    }

    @POST
    @Path("/{id}/response")
    @Operation(
            operationId = "answerStaffSurvey",
            summary = "Takes your answers, once, without your name",
            description =
                    "It is kept that you have answered, and, apart from that, what was answered: without name, account or time.")
    @APIResponse(responseCode = "204", description = "Thank you")
    @APIResponse(responseCode = "404", description = "campaign-not-found, also when it is over")
    @APIResponse(responseCode = "409", description = "already-answered")
    public RestResponse<Void> answer(
            @PathParam("id") UUID id, @NotNull(message = "Send the answers as JSON.") @Valid AnswerRequest request) {
        service.answer(id, request.answers());
        return RestResponse.noContent();
    }

    @GET
    @Path("/{id}/results")
    @Operation(
            operationId = "readStaffResults",
            summary = "What came out, when it is over; nothing of fewer than five people",
            description =
                    "When one group alone would be kept back, the next smallest is kept back with it. Shares come with their 95 % Wilson interval.")
    @APIResponse(responseCode = "404", description = "campaign-not-found")
    @APIResponse(responseCode = "409", description = "campaign-running")
    public StaffResults results(
            @PathParam("id") UUID id,
            @Parameter(description = "The key of a choice, by whose answers to group") @QueryParam("by") String by) {
        return service.results(id, by);
    }

    /** All that are running; there are few. */
    public record StaffSurveys(List<StaffSurveyView> items) {}
}
