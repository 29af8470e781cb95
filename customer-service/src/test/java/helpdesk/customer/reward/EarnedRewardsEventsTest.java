package helpdesk.customer.reward;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Customers get coupons for what they did, each time once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EarnedRewardsEventsTest {

    private final EventProbe probe = EventProbe.on(Happenings.CUSTOMERS);
    private final List<String> programs = new ArrayList<>();

    @AfterEach
    void close() {
        programs.forEach(id -> Rewards.change(id, Map.of("active", false)).statusCode(200));
        probe.close();
    }

    @Test
    void an_answer_is_rewarded_once_however_often_it_is_told() {
        UUID survey = UUID.randomUUID();
        program(Map.of("on", "survey.answered", "surveyId", survey));
        String customer = Rewards.customer();
        Event answered = Happenings.to("survey.answered", customer)
                .withData("surveyId", survey)
                .withData("responseId", UUID.randomUUID());
        probe.publish(Happenings.FEEDBACK, answered);
        probe.publish(Happenings.FEEDBACK, answered);
        probe.publish(Happenings.FEEDBACK, answered.again());
        // An answer to another survey, which is not rewarded.
        Event other = Happenings.to("survey.answered", customer)
                .withData("surveyId", UUID.randomUUID())
                .withData("responseId", UUID.randomUUID());
        probe.publish(Happenings.FEEDBACK, other);
        List<Map<String, Object>> coupons = awaitSettled(customer);
        assertThat(coupons).hasSize(1);
        assertThat(coupons.getFirst()).containsEntry("issuedBy", "system:rewards");
        Event issued = probe.await(
                "org.helpdesk.reward.issued.v1", coupons.getFirst().get("id").toString());
        assertThat(issued.attributes()).containsEntry("causationid", answered.id());
        Contracts.assertFits(issued);
        assertThat(issued.data().path("responseId").asText())
                .isEqualTo(answered.data().path("responseId").asText());
    }

    @Test
    void a_rule_about_a_survey_means_all_its_versions_and_a_changed_answer_earns_nothing_again() {
        UUID series = UUID.randomUUID();
        program(Map.of("on", "survey.answered", "surveyId", series));
        String customer = Rewards.customer();
        Event answered = Happenings.to("survey.answered", customer)
                .withData("surveyId", UUID.randomUUID())
                .withData("surveySeriesId", series)
                .withData("responseId", UUID.randomUUID());
        probe.publish(Happenings.FEEDBACK, answered);
        probe.publish(
                Happenings.FEEDBACK,
                Happenings.to("survey.answer-changed", customer)
                        .withData("surveyId", answered.data().get("surveyId"))
                        .withData("surveySeriesId", series)
                        .withData("responseId", answered.data().get("responseId")));
        // One version of it, from before there were versions.
        probe.publish(
                Happenings.FEEDBACK,
                Happenings.to("survey.answered", customer)
                        .withData("surveyId", series)
                        .withData("surveySeriesId", null)
                        .withData("responseId", UUID.randomUUID()));

        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> Rewards.of(customer).size() == 2
                        && Happenings.timeline(customer).getList("items").size() == 6
                        && Database.count("reward_claim where customer_id = ?", UUID.fromString(customer)) == 0);
    }

    @Test
    void nobody_is_rewarded_for_a_card_without_a_name() {
        UUID survey = UUID.randomUUID();
        program(Map.of("on", "survey.answered", "surveyId", survey));
        Event anonymous = Happenings.to("survey.answered", null)
                .withData("surveyId", survey)
                .withData("responseId", UUID.randomUUID());
        probe.publish(Happenings.FEEDBACK, anonymous);

        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> Database.count(
                                "inbox where consumer = ? and event_id = ?",
                                "customer-service.feedback",
                                anonymous.id())
                        == 1);
        assertThat(Database.count("reward_claim where survey_id = ?", survey)).isZero();
    }

    @Test
    void what_was_earned_by_something_else_names_no_answer() {
        program(Map.of("on", "ticket.resolved", "ticketType", "incident"));
        String customer = Rewards.customer();
        UUID ticket = UUID.randomUUID();
        probe.publish(
                Happenings.TICKETS,
                Happenings.of("ticket.resolved", ticket)
                        .withData("customerId", customer)
                        .withData("type", "incident"));
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> Rewards.of(customer).size() == 1);
        Event issued = probe.await(
                "org.helpdesk.reward.issued.v1",
                Rewards.of(customer).getFirst().get("id").toString());
        Contracts.assertFits(issued);
        assertThat(issued.data().has("responseId")).isFalse();
    }

    @Test
    void whose_complaint_was_settled_is_thanked_once() {
        program(Map.of("on", "ticket.resolved", "ticketType", "complaint"));
        String customer = Rewards.customer();
        UUID ticket = UUID.randomUUID();
        for (String type : List.of("question", "complaint", "complaint")) {
            probe.publish(
                    Happenings.TICKETS,
                    Happenings.of("ticket.resolved", ticket)
                            .withData("customerId", customer)
                            .withData("type", type));
        }
        assertThat(awaitSettled(customer)).singleElement().satisfies(coupon -> assertThat(coupon)
                .containsEntry("ticketId", ticket.toString()));
    }

    @Test
    void one_that_cannot_be_settled_keeps_no_other_waiting() {
        UUID survey = UUID.randomUUID();
        program(Map.of("on", "survey.answered", "surveyId", survey));
        String gone = Rewards.customer();
        String customer = Rewards.customer();
        UUID broken = UUID.randomUUID();
        // As if the customer had vanished.
        Database.execute("""
                insert into reward_claim (id, issue_on, cause, customer_id, survey_id, event_id, owner_id, due_at, claimed_at)
                values (?, 'SURVEY_ANSWERED', ?, ?, ?, 'e', ?, 'epoch', now())""", broken, UUID.randomUUID(), UUID.fromString(gone), survey, UUID.randomUUID());
        probe.publish(
                Happenings.FEEDBACK,
                Happenings.to("survey.answered", customer)
                        .withData("surveyId", survey)
                        .withData("responseId", UUID.randomUUID()));
        Awaitility.await().until(() -> Rewards.of(customer).size() == 1);
        assertThat(Database.value(Integer.class, "select failures from reward_claim where id = ?", broken))
                .isPositive();
        Database.execute("delete from reward_claim where id = ?", broken);
    }

    @Test
    void an_answer_that_comes_before_its_ticket_is_rewarded_when_it_is_known_whose_it_is() {
        UUID survey = UUID.randomUUID();
        program(Map.of("on", "survey.answered", "surveyId", survey));
        UUID ticket = UUID.randomUUID();
        String email = Given.email();
        probe.publish(
                Happenings.FEEDBACK,
                Happenings.of("survey.answered", ticket)
                        .withData("surveyId", survey)
                        .withData("responseId", UUID.randomUUID()));
        Awaitility.await().until(() -> claims(ticket) == 1);
        probe.publish(Happenings.TICKETS, Happenings.opened(ticket, Map.of("email", email)));

        String customer = Happenings.awaitCustomer("email", email);
        Awaitility.await().until(() -> Rewards.of(customer).size() == 1);
        Awaitility.await().until(() -> claims(ticket) == 0);
    }

    /** The coupons, once nothing waits any more. */
    private static List<Map<String, Object>> awaitSettled(String customer) {
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> !Rewards.of(customer).isEmpty()
                        && Happenings.timeline(customer).getList("items").size() >= 5
                        && Database.value(
                                        Long.class,
                                        "select count(*) from reward_claim where customer_id = ?",
                                        UUID.fromString(customer))
                                == 0);
        return Rewards.of(customer);
    }

    private static long claims(UUID ticket) {
        return Database.value(Long.class, "select count(*) from reward_claim where ticket_id = ?", ticket);
    }

    private void program(Map<String, ?> issue) {
        Map<String, Object> body = Rewards.program(Map.of("percent", 10));
        body.put("issue", issue);
        programs.add(Rewards.made(body));
    }
}
