package helpdesk.feedback.response;

import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Where customers answer, without an account: the token in the path is what lets them in. */
@Path("/api/v1/survey-links/{token}")
@PermitAll
@Tag(name = "Survey links", description = "Where customers answer, by the link they were sent")
public class SurveyLinkResource {

    private final ResponseService service;

    SurveyLinkResource(ResponseService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "readSurveyLink",
            summary = "What the bearer of the link is asked",
            description =
                    "In the best language: the wanted one or the ticket's, each with what it falls back to (de-AT to"
                            + " de), then English, then the survey's default language.")
    @APIResponse(responseCode = "200", description = "The survey in one language")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(responseCode = "410", description = "The link has expired, or the survey was withdrawn")
    public SurveyLinkView ask(
            @PathParam("token") String token,
            @Parameter(description = "A BCP 47 language to be asked in") @QueryParam("language") @LanguageTag
                    String language) {
        return SurveyLinkView.of(service.ask(token, language));
    }

    @POST
    @Path("/response")
    @Idempotent
    @Operation(
            operationId = "answerSurvey",
            summary = "Takes the answers, once",
            description =
                    "The score is the first rating10 as it is; without one the first stars5 doubled, the first nps (0"
                            + " counts as 1), or the first effort stretched from 1–7 to 1–10.")
    @APIResponse(
            responseCode = "201",
            description = "The receipt",
            content =
                    @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(implementation = Receipt.class)))
    @APIResponse(
            responseCode = "400",
            description = "An answer does not fit its question, or a required one is missing")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(responseCode = "409", description = "It was answered already")
    @APIResponse(responseCode = "410", description = "The link has expired, or the survey was withdrawn")
    public RestResponse<Receipt> answer(
            @PathParam("token") String token,
            @Parameter(description = "The BCP 47 language that the customer was asked in, when not the ticket's")
                    @QueryParam("language")
                    @LanguageTag
                    String language,
            @Valid AnswerRequest request) {
        Receipt receipt = service.answer(token, request.answers(), language, AnswerVia.API);
        return ResponseBuilder.<Receipt>create(RestResponse.Status.CREATED)
                .entity(receipt)
                .location(URI.create("/api/v1/survey-links/" + token))
                .build();
    }

    @PUT
    @Path("/response")
    @Operation(
            operationId = "changeAnswers",
            summary = "Takes other answers in place of the former ones, for 14 days",
            description = "All of them: what is left out is no longer answered. An unhappy answer is followed up once.")
    @APIResponse(responseCode = "200", description = "The receipt")
    @APIResponse(
            responseCode = "400",
            description = "An answer does not fit its question, or a required one is missing")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(responseCode = "409", description = "not-answered")
    @APIResponse(responseCode = "410", description = "The link has expired, or the survey was withdrawn")
    public Receipt change(
            @PathParam("token") String token,
            @Parameter(description = "The BCP 47 language that the customer was asked in, when not the ticket's")
                    @QueryParam("language")
                    @LanguageTag
                    String language,
            @NotNull(message = "Send the answers as JSON.") @Valid AnswerRequest request) {
        return service.change(token, request.answers(), language);
    }

    @PUT
    @Path("/draft")
    @Operation(
            operationId = "keepAnswers",
            summary = "Keeps what was answered so far, to go on later",
            description = "It counts when it is sent. Each answer must fit its question; required ones may be missing.")
    @APIResponse(responseCode = "204", description = "They are kept")
    @APIResponse(responseCode = "400", description = "An answer does not fit its question")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(responseCode = "409", description = "already-answered")
    @APIResponse(responseCode = "410", description = "The link has expired, or the survey was withdrawn")
    public void keep(
            @PathParam("token") String token,
            @NotNull(message = "Send the answers as JSON.") @Valid AnswerRequest request) {
        service.keep(token, request.answers());
    }
}
