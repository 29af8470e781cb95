package helpdesk.feedback.response;

import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.Contact;
import helpdesk.feedback.response.SurveyLinkView.AskedSurvey;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.idempotency.Idempotent;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** Where whoever finds a card answers: "How are we doing?" (practice 27). */
@Path("/api/v1/survey-cards/{token}")
@PermitAll
@Tag(name = "Survey links")
public class CardResource {

    private final CardService service;

    CardResource(CardService service) {
        this.service = service;
    }

    @GET
    @Operation(operationId = "readSurveyCard", summary = "What the card asks")
    @APIResponse(responseCode = "200", description = "The survey in one language")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(responseCode = "410", description = "The card is no longer in use")
    public CardView ask(
            @PathParam("token") String token,
            @Parameter(description = "A BCP 47 language to be asked in") @QueryParam("language") @LanguageTag
                    String language) {
        Survey survey = service.ask(token);
        String spoken = survey.speak(language);
        return new CardView(AskedSurvey.of(survey, spoken), spoken);
    }

    @POST
    @Path("/response")
    @Idempotent
    @Operation(
            operationId = "answerSurveyCard",
            summary = "Takes the answers of somebody who found the card",
            description = "With an address or a number, an unhappy answer is followed up.")
    @APIResponse(
            responseCode = "201",
            description = "The receipt, and where the answer can be changed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CardReceipt.class)))
    public RestResponse<CardReceipt> answer(
            @PathParam("token") String token,
            @Parameter(description = "The BCP 47 language that they were asked in") @QueryParam("language") @LanguageTag
                    String language,
            @NotNull(message = "Send the answers as JSON.") @Valid CardAnswerRequest request) {
        Contact contact = new Contact(request.name(), null, request.email(), request.phone(), null);
        CardReceipt receipt = service.answer(token, request.answers(), contact, language, AnswerVia.API, null);
        return ResponseBuilder.<CardReceipt>create(RestResponse.Status.CREATED)
                .entity(receipt)
                .location(URI.create(receipt.link()))
                .build();
    }
}
