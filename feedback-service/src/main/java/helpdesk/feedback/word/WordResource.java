package helpdesk.feedback.word;

import helpdesk.feedback.insight.InsightPeriod;
import helpdesk.feedback.parameter.QueryParameter;
import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What customers wrote, counted. */
@Path("/api/v1/survey-insight/words")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Survey insight", description = "How customers answered, counted")
public class WordResource {

    private final WordQuery query;
    private final Clock clock;

    WordResource(WordQuery query, Clock clock) {
        this.query = query;
        this.clock = clock;
    }

    @GET
    @Operation(
            operationId = "readSurveyWords",
            summary = "The most frequent words in answers, by language",
            description =
                    "Of answers to invitations sent in the period, within seconds after they came. Forms of a word are counted"
                            + " together (stems by language; names of competitors only whatever their capitals), each"
                            + " answer once for a word. Words that say nothing, such as articles, are left out. Shares"
                            + " are of the answers in that language with any text about it, with the 95 % score interval"
                            + " of Wilson (1927).")
    public WordsView words(
            @Parameter(
                            description =
                                    "Reasons beside scales and yes or no, what to improve, or who does better; needed",
                            schema = @Schema(implementation = About.class))
                    @QueryParam("about")
                    String about,
            @Parameter(
                            description = "RFC 3339; 30 days before to when left out",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "RFC 3339; now when left out; at most 366 days after from",
                            schema = @Schema(implementation = Instant.class))
                    @QueryParam("to")
                    String to,
            @Parameter(description = "Only in this language; pt-BR means pt") @QueryParam("language") @LanguageTag
                    String language,
            @Parameter(description = "Only of this survey, in all its versions") @QueryParam("surveyId") UUID surveyId,
            @Parameter(description = "How many at most, 1–200")
                    @QueryParam("limit")
                    @DefaultValue("50")
                    @Min(value = 1, message = "Ask for at least 1 word.")
                    @Max(value = 200, message = "Ask for at most 200 words.")
                    int limit) {
        About subject = new QueryParameter("about", about)
                .oneOf(About.values())
                .orElseThrow(() -> PlatformProblem.INVALID_PARAMETER.at(
                        "?about", "Say what the words are about: reasons, improvements or competitors."));
        InsightPeriod period = InsightPeriod.of(from, to, clock);
        return new WordsView(
                subject, period.from(), period.to(), query.words(subject, period, primary(language), surveyId, limit));
    }

    private static String primary(String language) {
        return language == null ? null : Locale.forLanguageTag(language).getLanguage();
    }
}
