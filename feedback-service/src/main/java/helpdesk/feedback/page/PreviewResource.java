package helpdesk.feedback.page;

import helpdesk.feedback.response.SurveyLinkView.AskedSurvey;
import helpdesk.feedback.survey.Survey;
import helpdesk.feedback.survey.SurveyRepository;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.Phrases;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows what customers will see, before anybody is asked. */
@Path("/api/v1/surveys/{id}/preview")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Surveys")
public class PreviewResource {

    private final SurveyRepository surveys;
    private final Pages pages;

    PreviewResource(SurveyRepository surveys, Pages pages) {
        this.surveys = surveys;
        this.pages = pages;
    }

    @GET
    @Operation(
            operationId = "previewSurvey",
            summary = "What customers will be asked, in a language",
            description = "Also of a draft. With Accept: text/html it is the page as they will see it.")
    @APIResponse(
            responseCode = "200",
            description = "The survey in one language",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AskedSurvey.class)))
    public AskedSurvey read(
            @PathParam("id") UUID id,
            @Parameter(description = "A BCP 47 language") @QueryParam("language") @LanguageTag String language) {
        Survey survey = surveys.require(id);
        return AskedSurvey.of(survey, survey.speak(language));
    }

    @GET
    @Produces(PageResponse.MEDIA_TYPE + ";qs=0.9")
    @Operation(hidden = true)
    public RestResponse<String> show(@PathParam("id") UUID id, @QueryParam("language") @LanguageTag String language) {
        Survey survey = surveys.require(id);
        String spoken = survey.speak(language);
        Phrases words = Pages.words(spoken);
        return pages.form(
                RestResponse.StatusCode.OK,
                new FormPage(
                        survey.name(),
                        spoken,
                        words,
                        null,
                        survey.incentive(),
                        null,
                        List.copyOf(survey.languages()),
                        FormPage.questions(survey, spoken, Map.of(), null, words),
                        null,
                        FormPage.Purpose.PREVIEW,
                        null));
    }
}
