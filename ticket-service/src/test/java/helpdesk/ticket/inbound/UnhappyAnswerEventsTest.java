package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Unhappy answers to surveys about no ticket become tickets, too (practice 31). */
@QuarkusTest
@WithTestResource(RealParts.class)
class UnhappyAnswerEventsTest {

    private static final String TOPIC = "helpdesk.feedback";
    private static final String CUSTOMERS = "helpdesk.customer";

    private final UUID customer = UUID.randomUUID();
    private final UUID response = UUID.randomUUID();
    private final String invitation = UUID.randomUUID().toString();
    private final EventProbe probe = EventProbe.on(TOPIC, CUSTOMERS, "helpdesk.ticket");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void it_becomes_a_complaint_of_the_customer() {
        known(customer);
        probe.publish(TOPIC, detractor().withData("language", "de-AT"));

        JsonPath ticket = Api.read(awaitedTicket());
        assertThat(ticket.getString("type")).isEqualTo("complaint");
        assertThat(ticket.getString("priority")).isEqualTo("high");
        assertThat(ticket.getInt("tier")).isEqualTo(2);
        assertThat(ticket.getString("status")).isEqualTo("new");
        assertThat(ticket.getString("channel")).isEqualTo("web");
        assertThat(ticket.getString("language")).isEqualTo("de-AT");
        assertThat(ticket.getString("followUpOf")).isNull();
        assertThat(ticket.getString("subject")).isEqualTo("Unhappy with our service");
        assertThat(ticket.getString("description"))
                .startsWith("The customer rated our answer 4 of 10.")
                .contains("What should we do better?\nTell me that a parcel is late before I have to ask.");
        assertThat(ticket.getString("requester.customerId")).isEqualTo(customer.toString());
        assertThat(ticket.getString("requester.email")).isEqualTo("amara-" + customer + "@example.com");
    }

    @Test
    void its_event_tells_which_answer_it_follows_and_no_ticket() {
        probe.publish(TOPIC, detractor());

        Event opened = probe.await("org.helpdesk.ticket.opened.v1", awaitedTicket());
        Contracts.assertFits(opened);
        assertThat(opened.data().path("source").asText()).isEqualTo("follow_up");
        assertThat(opened.data().path("surveyResponseId").asText()).isEqualTo(response.toString());
        assertThat(opened.data().has("followUpOf")).isFalse();
        assertThat(opened.data().path("requester").path("email").asText()).isEqualTo("amara.okafor@example.com");
    }

    @Test
    void a_response_becomes_exactly_one_however_often_it_is_told() {
        Event detractor = detractor();
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, detractor);
        }
        probe.publish(TOPIC, detractor.again());
        awaitAllSoFar();

        assertThat(count()).isOne();
    }

    @Test
    void who_is_known_by_an_address_only_is_answered_there() {
        probe.publish(
                TOPIC,
                detractor()
                        .withData("customerId", null)
                        .withData("contact", Map.of("email", "Guest." + customer + "@example.com")));

        JsonPath ticket = Api.read(awaitedTicket());
        assertThat(ticket.getString("requester.email")).isEqualTo("guest." + customer + "@example.com");
        assertThat(ticket.getString("requester.customerId")).isNull();
    }

    @Test
    void a_customer_whose_profile_is_not_here_yet_is_answered_too() {
        probe.publish(TOPIC, detractor().withData("contact", Map.of()));

        JsonPath ticket = Api.read(awaitedTicket());
        assertThat(ticket.getString("requester.customerId")).isEqualTo(customer.toString());
        assertThat(ticket.getString("requester.name")).isEqualTo("A customer");
    }

    @Test
    void where_nobody_knows_who_it_was_there_is_nobody_to_answer() {
        Event anonymous = detractor().withData("customerId", null).withData("contact", Map.of("name", "A guest"));
        probe.publish(TOPIC, anonymous);
        awaitAllSoFar();

        assertThat(count()).isZero();
        assertThat(handled(anonymous)).isOne();
    }

    @Test
    void a_survey_about_no_ticket_rates_none() {
        Event answered = about("org.helpdesk.survey.answered.v1");
        Event changed = about("org.helpdesk.survey.answer-changed.v1");
        probe.publish(TOPIC, answered);
        probe.publish(TOPIC, changed);
        awaitAllSoFar();

        assertThat(Database.count("ticket where satisfaction_response_id = ?", response))
                .isZero();
        assertThat(handled(answered) + handled(changed)).isEqualTo(2);
    }

    @Test
    void nobody_follows_up_who_wants_to_be_forgotten() {
        UUID requestId = UUID.randomUUID();
        probe.publish(
                CUSTOMERS,
                Contracts.sample("org.helpdesk.customer.erasure-requested.v1")
                        .again()
                        .with("subject", customer.toString())
                        .withData("customerId", customer)
                        .withData("requestId", requestId)
                        .withData("formerIds", List.of())
                        .withData("contacts", List.of("amara-" + customer + "@example.com")));
        Awaitility.await().until(() -> Database.count("erased_subject where id = ?", customer) == 1);
        probe.publish(TOPIC, detractor());
        awaitAllSoFar();

        assertThat(count()).isZero();
    }

    private void known(UUID id) {
        probe.publish(CUSTOMERS, Given.customer(id));
        Awaitility.await().until(() -> Database.count("known_customer where id = ?", id) == 1);
    }

    private String awaitedTicket() {
        Awaitility.await().until(() -> count() == 1);
        return Database.value(UUID.class, "select id from ticket where survey_response_id = ?", response)
                .toString();
    }

    private long count() {
        return Database.count("ticket where survey_response_id = ?", response);
    }

    private void awaitAllSoFar() {
        Event last = about("org.helpdesk.survey.expired.v1");
        probe.publish(TOPIC, last);
        Awaitility.await().until(() -> handled(last) == 1);
    }

    private static long handled(Event event) {
        return Database.count("inbox where consumer = ? and event_id = ?", "ticket-service.feedback", event.id());
    }

    private Event detractor() {
        return about("org.helpdesk.feedback.detractor-reported.v1");
    }

    private Event about(String type) {
        return Contracts.sample(type)
                .again()
                .with("subject", invitation)
                .withData("invitationId", invitation)
                .withData("responseId", response)
                .withData("customerId", customer)
                .withData("ticketId", null)
                .withData("ticketNumber", null);
    }
}
