package helpdesk.customer.reward;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Happenings;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        Happenings.awaitTimeline(customer, 5);

        List<Map<String, Object>> coupons = Rewards.of(customer);
        assertThat(coupons).hasSize(1);
        assertThat(coupons.getFirst()).containsEntry("issuedBy", "system:customer-service.feedback");
        Event issued = probe.await(
                "org.helpdesk.reward.issued.v1", coupons.getFirst().get("id").toString());
        assertThat(issued.attributes()).containsEntry("causationid", answered.id());
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
        Happenings.awaitTimeline(customer, 5);
        assertThat(Rewards.of(customer)).singleElement().satisfies(coupon -> assertThat(coupon)
                .containsEntry("ticketId", ticket.toString()));
    }

    private void program(Map<String, ?> issue) {
        Map<String, Object> body = Rewards.program(Map.of("percent", 10));
        body.put("issue", issue);
        programs.add(Rewards.made(body));
    }
}
