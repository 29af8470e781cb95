package helpdesk.feedback.response;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where people here ask a customer on the phone, and take down what is answered (practice 27). */
@Path("/api/v1/invitations/{id}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Invitations")
public class InvitationAnswerResource {

    private final ResponseService service;

    InvitationAnswerResource(ResponseService service) {
        this.service = service;
    }

    @GET
    @Path("/survey")
    @Operation(
            operationId = "readInvitationSurvey",
            summary = "What the customer is asked, to be read out on the phone")
    @APIResponse(responseCode = "200", description = "The survey in one language")
    public SurveyLinkView ask(
            @PathParam("id") UUID id,
            @Parameter(description = "A BCP 47 language, when not the ticket's") @QueryParam("language") @LanguageTag
                    String language) {
        return SurveyLinkView.of(service.ask(id, language));
    }

    @POST
    @Path("/response")
    @Idempotent
    @Operation(
            operationId = "takeDownAnswers",
            summary = "Takes down what a customer answers on the phone, once",
            description = "Also before the invitation is sent; then it is not sent any more.")
    @APIResponse(
            responseCode = "201",
            description = "The receipt",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(responseCode = "409", description = "already-answered")
    @APIResponse(responseCode = "410", description = "link-expired or survey-withdrawn")
    public RestResponse<Receipt> answer(
            @PathParam("id") UUID id,
            @Parameter(description = "The BCP 47 language that the customer was asked in, when not the ticket's")
                    @QueryParam("language")
                    @LanguageTag
                    String language,
            @NotNull(message = "Send the answers as JSON.") @Valid AnswerRequest request) {
        return ResponseBuilder.<Receipt>create(RestResponse.Status.CREATED)
                .entity(service.takeDown(id, request.answers(), language))
                .location(URI.create("/api/v1/invitations/" + id + "/survey"))
                .build();
    }
}
