package helpdesk.feedback.page;

import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.Contact;
import helpdesk.feedback.response.CardAnswerRequest;
import helpdesk.feedback.response.CardService;
import helpdesk.feedback.survey.Survey;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The page that a card leads to: "How are we doing?" (practice 27). */
@Path("/api/v1/survey-cards/{token}")
@PermitAll
@Produces(PageResponse.MEDIA_TYPE + ";qs=0.9")
public class CardPageResource {

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int LONGEST_NAME = 200;
    private static final String LINKS = "../survey-links/";

    private final CardService service;
    private final Validator validator;
    private final Pages pages;

    CardPageResource(CardService service, Validator validator, Pages pages) {
        this.service = service;
        this.validator = validator;
        this.pages = pages;
    }

    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        try {
            Survey survey = service.ask(token);
            FormPage.Contact nobody =
                    new FormPage.Contact("", "", UUID.randomUUID().toString(), null);
            return pages.form(OK, page(survey, survey.speak(language, spoken), token, Map.of(), null, nobody));
        } catch (Problem problem) {
            return refuse(problem, language, spoken);
        }
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> send(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            MultivaluedMap<String, String> fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        try {
            Survey survey = service.ask(token);
            String asked = survey.speak(language, spoken);
            Form form = Form.of(survey, fields);
            FormPage.Contact contact = contact(fields);
            boolean revealed = !form.revealed().isEmpty();
            if (revealed || !form.faults().isEmpty() || form.answers().isEmpty() || contact.fault() != null) {
                return pages.form(
                        revealed ? OK : UNPROCESSABLE, page(survey, asked, token, form.entries(), form, contact));
            }
            String link = service.answer(
                            token,
                            form.answers(),
                            new Contact(nullIfEmpty(contact.name()), null, nullIfEmpty(contact.email()), null, null),
                            asked,
                            AnswerVia.PAGE,
                            UUID.fromString(contact.once()))
                    .link();
            return PageResponse.goOn(LINKS + link.substring(link.lastIndexOf('/') + 1));
        } catch (Problem problem) {
            return refuse(problem, language, spoken);
        }
    }

    private RestResponse<String> refuse(Problem problem, String language, String spoken) {
        Phrases words = Pages.words(language == null ? spoken : language);
        return pages.notice(problem.type().status(), Refusal.of(problem, words));
    }

    private static FormPage page(
            Survey survey,
            String language,
            String token,
            Map<String, Entry> entries,
            Form form,
            FormPage.Contact contact) {
        Phrases words = Pages.words(language);
        boolean revealed = form != null && !form.revealed().isEmpty();
        return new FormPage(
                survey.name(),
                language,
                words,
                null,
                survey.incentive(),
                token + "?language=" + language,
                List.copyOf(survey.languages()),
                FormPage.questions(survey, language, entries, form, words),
                revealed ? words.get("more") : null,
                FormPage.Purpose.SEND,
                contact);
    }

    private FormPage.Contact contact(MultivaluedMap<String, String> fields) {
        String name = Form.text(fields, "name");
        String email = Form.text(fields, "email");
        String once = Form.text(fields, "once");
        boolean wrong = !email.isEmpty()
                && !validator
                        .validateValue(CardAnswerRequest.class, "email", email)
                        .isEmpty();
        return new FormPage.Contact(
                name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name,
                email,
                isOnce(once) ? once : UUID.randomUUID().toString(),
                wrong ? "fault.email" : null);
    }

    private static boolean isOnce(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
