package helpdesk.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import helpdesk.feedback.fixture.Questions;
import helpdesk.feedback.survey.DraftSurvey;
import helpdesk.feedback.survey.QuestionKind;
import helpdesk.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final Instant SOLVED = Instant.parse("2026-10-07T14:40:12.618Z");
    private static final AnswerSummary BAD = new AnswerSummary(
            UUID.randomUUID(), "de", 3, AnswerVia.API, List.of(new DetractorReported.Comment("Warum?", "Darum.")));

    @Test
    void it_is_due_when_the_delay_after_the_solution_is_over() {
        Invitation invitation = scheduled();
        assertThat(invitation.dueAt()).isEqualTo(SOLVED.plus(Duration.ofHours(24)));
        assertThat(invitation.isDue(invitation.dueAt().minusMillis(1))).isFalse();
        assertThat(invitation.isDue(invitation.dueAt())).isTrue();
    }

    @Test
    void its_link_is_good_for_fourteen_days_in_whole_seconds() {
        assertThat(SurveyLinks.expiry(SOLVED, Duration.ofDays(14))).isEqualTo(Instant.parse("2026-10-21T14:40:12Z"));
    }

    @Test
    void a_mail_address_is_compared_without_case() {
        assertThat(scheduled().contactEmail()).isEqualTo("amara@example.com");
    }

    @Test
    void who_has_no_language_is_asked_in_english() {
        assertThat(scheduled().language()).isEqualTo("en");
    }

    @Test
    void it_is_answered_once() {
        Invitation invitation = sent();
        invitation.answer(BAD, SOLVED);
        assertProblem(() -> invitation.answer(BAD, SOLVED), "already-answered");
        assertThat(invitation.state()).isEqualTo(InvitationState.ANSWERED);
    }

    @Test
    void an_unhappy_answer_is_reported_with_its_circumstances() {
        Invitation invitation = sent();
        invitation.answer(BAD, SOLVED);
        DetractorReported report = (DetractorReported) invitation.reportDetractor(BAD, SOLVED.plusSeconds(1));
        assertThat(report.group()).isEqualTo("care");
        assertThat(report.score()).isEqualTo(3);
        assertThat(report.comments())
                .extracting(DetractorReported.Comment::text)
                .containsExactly("Darum.");
        assertThat(report.reportedAt()).isEqualTo(SOLVED.plusSeconds(1));
    }

    @Test
    void what_was_dropped_or_has_expired_is_not_answered() {
        Invitation dropped = sent();
        dropped.drop(DropReason.REOPENED, SOLVED);
        assertProblem(() -> dropped.answer(BAD, SOLVED), "survey-withdrawn");
        Invitation expired = sent();
        expired.expire(SOLVED);
        assertProblem(() -> expired.answer(BAD, SOLVED), "link-expired");
        assertProblem(() -> scheduled().answer(BAD, SOLVED), "not-found");
    }

    @Test
    void an_answered_one_is_neither_dropped_nor_expired_nor_sent_again() {
        Invitation invitation = sent();
        invitation.answer(BAD, SOLVED);
        assertThatThrownBy(() -> invitation.drop(DropReason.REOPENED, SOLVED))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> invitation.expire(SOLVED)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> invitation.send("link", SOLVED, null, SOLVED))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_known_customer_stays_who_it_is() {
        Invitation invitation = scheduled();
        UUID first = UUID.randomUUID();
        invitation.identify(first, Map.of(), SOLVED);
        invitation.identify(UUID.randomUUID(), Map.of(), SOLVED);
        assertThat(invitation.customerId()).isEqualTo(first);
    }

    private static Invitation sent() {
        Invitation invitation = scheduled();
        invitation.send("https://help.example.com/api/v1/survey-links/token", SOLVED.plusSeconds(60), null, SOLVED);
        return invitation;
    }

    private static Invitation scheduled() {
        ResolvedTicket ticket = new ResolvedTicket(
                UUID.randomUUID(),
                "HD-1",
                "email",
                "question",
                null,
                "care",
                null,
                null,
                null,
                null,
                null,
                new Contact("Amara", null, " Amara@Example.com ", null, null),
                new ResolvedTicket.Agent(UUID.randomUUID(), "Mei"),
                0,
                SOLVED,
                false);
        Cause cause = new Cause("correlation", "causation", null);
        return Invitation.schedule(
                new InvitationPlan(
                        Occasion.solution(UUID.randomUUID()),
                        ticket.solution(),
                        ticket.circumstances(),
                        ticket.invitee(Map.of()),
                        ticket.language(),
                        DraftSurvey.of(Questions.of("satisfaction", QuestionKind.RATING10)),
                        SOLVED.plus(Duration.ofHours(24)),
                        cause),
                SOLVED);
    }

    private static void assertProblem(ThrowingCallable call, String code) {
        assertThatThrownBy(call)
                .asInstanceOf(type(Problem.class))
                .extracting(problem -> problem.type().code())
                .isEqualTo(code);
    }
}
