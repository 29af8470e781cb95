package helpdesk.feedback.page;

import helpdesk.feedback.incentive.EarnedReward;
import helpdesk.feedback.invitation.AnswerVia;
import helpdesk.feedback.invitation.Invitation;
import helpdesk.feedback.invitation.InvitationState;
import helpdesk.feedback.response.Asked;
import helpdesk.feedback.response.ResponseService;
import helpdesk.feedback.response.Thanks;
import helpdesk.feedback.survey.Question;
import helpdesk.platform.page.PageResponse;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.Problem;
import jakarta.annotation.security.PermitAll;
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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The page on which customers answer by the link that they were sent: what the API does, for people. */
@Path("/api/v1/survey-links/{token}")
@PermitAll
@Produces(PageResponse.MEDIA_TYPE + ";qs=0.9")
public class SurveyPageResource {

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    private final ResponseService service;
    private final Pages pages;

    SurveyPageResource(ResponseService service, Pages pages) {
        this.service = service;
        this.pages = pages;
    }

    /**
     * Shows the survey, or thanks.
     *
     * @param first the answer to the first question, as a mail offers it. Reading a page stores nothing: programs follow links in mails,
     *     too
     * @param edit whether to show answers that were sent, to change them
     */
    @GET
    @Operation(hidden = true)
    public RestResponse<String> show(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            @QueryParam("first") String first,
            @QueryParam("saved") boolean saved,
            @QueryParam("edit") boolean edit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return orNotice(language, spoken, () -> {
            Asked asked = service.ask(token, language);
            if (asked.response() != null && !edit) {
                return pages.notice(OK, thanks(asked, token));
            }
            Map<String, Entry> entries = new HashMap<>(Entry.of(
                    asked.response() == null
                            ? asked.invitation().draftAnswers()
                            : asked.response().answers()));
            if (first != null) {
                Question one = asked.survey().questions().getFirst();
                entries.put(
                        one.key(),
                        new Entry(
                                first,
                                entries.getOrDefault(one.key(), Entry.NOTHING).comment()));
            }
            return pages.form(OK, form(asked, token, entries, null, saved ? "saved" : null));
        });
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public RestResponse<String> send(
            @PathParam("token") String token,
            @QueryParam("language") String language,
            MultivaluedMap<String, String> fields,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String spoken) {
        return orNotice(language, spoken, () -> {
            Asked asked = service.ask(token, language);
            Form form = Form.of(asked.survey(), fields);
            boolean changing = asked.response() != null;
            if (changing && !fields.containsKey("change")) {
                // Sent twice: the first counts, and the thanks are for both.
                return PageResponse.goOn(token);
            }
            if (fields.containsKey("save") && !changing) {
                service.keep(token, form.soundAnswers());
                return PageResponse.goOn(token + "?saved=true&language=" + asked.language());
            }
            if (!form.revealed().isEmpty() || !form.faults().isEmpty()) {
                if (!changing) {
                    service.keep(token, form.soundAnswers());
                }
                String notice = form.revealed().isEmpty() ? null : "more";
                return pages.form(
                        notice == null ? UNPROCESSABLE : OK, form(asked, token, form.entries(), form, notice));
            }
            if (changing) {
                service.change(token, form.answers(), asked.language());
            } else {
                service.answer(token, form.answers(), asked.language(), AnswerVia.PAGE);
            }
            return PageResponse.goOn(token);
        });
    }

    private RestResponse<String> orNotice(String language, String spoken, Supplier<RestResponse<String>> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            Phrases words = Pages.words(language == null ? spoken : language);
            return pages.notice(problem.type().status(), Refusal.of(problem, words));
        }
    }

    private static FormPage form(Asked asked, String token, Map<String, Entry> entries, Form form, String notice) {
        Phrases words = Pages.words(asked.language());
        boolean changing = asked.response() != null;
        return new FormPage(
                asked.survey().name(),
                asked.language(),
                words,
                about(asked.invitation(), words),
                changing ? null : asked.survey().incentive(),
                token + "?language=" + asked.language(),
                List.copyOf(asked.survey().languages()),
                FormPage.questions(asked.survey(), asked.language(), entries, form, words),
                notice == null ? null : words.get(notice),
                changing ? FormPage.Purpose.CHANGE : FormPage.Purpose.ANSWER,
                null);
    }

    private static String about(Invitation invitation, Phrases words) {
        String agent = invitation.circumstances() == null
                ? null
                : invitation.circumstances().agentName();
        return Stream.of(
                        Optional.ofNullable(invitation.ticketNumber()).map(number -> words.with("about", number)),
                        Optional.ofNullable(agent).map(name -> words.with("served", name)))
                .flatMap(Optional::stream)
                .reduce((one, other) -> one + " " + other)
                .orElse(null);
    }

    private static NoticePage thanks(Asked asked, String token) {
        Phrases words = Pages.words(asked.language());
        boolean answered = asked.invitation().state() == InvitationState.ANSWERED;
        return new NoticePage(
                words.get("thanks"),
                words.language(),
                words,
                Stream.concat(
                                Stream.of(
                                        Thanks.in(asked.language()),
                                        words.with(
                                                "changeable",
                                                words.day(asked.invitation().changeableUntil(), ZoneOffset.UTC))),
                                asked.rewards().stream().map(reward -> words.with("reward", reward.program())))
                        .toList(),
                asked.rewards().stream().map(EarnedReward::code).toList(),
                answered ? token + "?edit=true&language=" + asked.language() : null);
    }
}
