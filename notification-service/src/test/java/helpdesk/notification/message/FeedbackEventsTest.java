package helpdesk.notification.message;

import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class FeedbackEventsTest {

    private static final String TOPIC = "helpdesk.feedback";
    private static final String INVITED = "org.helpdesk.survey.invited.v1";
    private static final String REMINDED = "org.helpdesk.survey.reminded.v1";
    private static final String ANSWERED = "org.helpdesk.survey.answered.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = UUID.randomUUID();
    private final UUID customer = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_invitation_goes_out_with_its_link() {
        probe.publish(TOPIC, of(INVITED).withData("language", "fr"));

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "survey_invitation")
                .containsEntry("channel", "email")
                .containsEntry("to", "amara.okafor@example.com")
                .containsEntry("language", "fr")
                .containsEntry("customerId", "01a10b55-a427-7647-92cc-2f64ff3fa312");
        assertThat((String) message.get("body"))
                .startsWith("Bonjour Amara,")
                .contains("https://help.example.com/surveys/a-sample-token", "Mei Tanaka", "HD-1042");
        Contracts.assertFits(probe.await("org.helpdesk.message.delivered.v1", message.get("id")));
    }

    @Test
    void an_answer_gets_a_receipt_with_thanks() {
        probe.publish(TOPIC, of(ANSWERED));

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "survey_receipt")
                .containsEntry("subject", "HD-1042: thank you for your answer");
        Contracts.assertFits(probe.await("org.helpdesk.message.delivered.v1", message.get("id")));
    }

    @Test
    void an_event_that_comes_20_times_leads_to_one_message() {
        Event invited = of(INVITED);
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, invited);
        }
        probe.publish(TOPIC, of("org.helpdesk.feedback.detractor-reported.v1"));
        probe.publish(TOPIC, of(ANSWERED));

        assertThat(awaitOfTicket(ticket, 2))
                .extracting(message -> message.get("kind"))
                .containsExactly("survey_receipt", "survey_invitation");
    }

    @Test
    void who_has_not_answered_is_reminded_with_the_link() {
        Event reminded = of(REMINDED).withData("language", "de");
        probe.publish(TOPIC, of(INVITED).withData("language", "de"));
        probe.publish(TOPIC, reminded);
        probe.publish(TOPIC, reminded);
        probe.publish(TOPIC, of(ANSWERED));

        List<Map<String, Object>> messages = awaitOfTicket(ticket, 3);

        assertThat(messages)
                .extracting(message -> message.get("kind"))
                .containsExactly("survey_receipt", "survey_reminder", "survey_invitation");
        assertThat(messages.get(1)).containsEntry("subject", "HD-1042: Wir freuen uns auf Ihre Antwort");
        assertThat((String) messages.get(1).get("body"))
                .startsWith("Guten Tag Amara,")
                .contains("https://help.example.com/surveys/a-sample-token", "HD-1042");
        Contracts.assertFits(
                probe.await("org.helpdesk.message.delivered.v1", messages.get(1).get("id")));
    }

    @Test
    void a_survey_about_no_ticket_names_none() {
        probe.publish(TOPIC, withoutTicket(INVITED));
        probe.publish(TOPIC, withoutTicket(REMINDED));
        probe.publish(TOPIC, withoutTicket(ANSWERED));

        List<Map<String, Object>> messages = awaitOfCustomer(3);

        assertThat(messages)
                .extracting(message -> message.get("kind"))
                .containsExactly("survey_receipt", "survey_reminder", "survey_invitation");
        assertThat(messages).allSatisfy(message -> {
            assertThat(message).doesNotContainKey("ticketId").containsEntry("to", "amara.okafor@example.com");
            assertThat(message.get("subject") + "\n" + message.get("body")).doesNotContain("HD-", "request", "null");
        });
        assertThat(messages.get(2)).containsEntry("subject", "How are we doing?");
        Contracts.assertFits(probe.await(
                "org.helpdesk.message.delivered.v1", messages.getFirst().get("id")));
    }

    @Test
    void who_is_known_but_not_reached_finds_the_receipt_inside_the_product() {
        probe.publish(TOPIC, withoutTicket(ANSWERED).withData("contact", Map.of("name", "Amara Okafor")));

        assertThat(awaitOfCustomer(1).getFirst())
                .containsEntry("channel", "in_app")
                .containsEntry("to", customer.toString());
    }

    @Test
    void nobody_is_thanked_for_a_card_without_a_name_but_who_says_how_to_be_reached_is() {
        String address = "somebody." + UUID.randomUUID() + "@example.com";
        Event anonymous =
                withoutTicket(ANSWERED).withData("customerId", null).withData("contact", Map.of("name", "A guest"));
        Event reached = anonymous.again().withData("contact", Map.of("email", address));
        probe.publish(TOPIC, anonymous);
        probe.publish(TOPIC, reached);

        assertThat(Awaitility.await()
                        .atMost(MessagesOverHttp.PATIENCE)
                        .until(() -> MessagesOverHttp.list("to", address), some -> !some.isEmpty()))
                .hasSize(1)
                .allSatisfy(message -> assertThat(message)
                        .containsEntry("kind", "survey_receipt")
                        .doesNotContainKey("customerId"));
        awaitHandled(anonymous);
        assertThat(Database.count("message where cause_id = ?", anonymous.id())).isZero();
    }

    @Test
    void a_changed_answer_gets_no_second_receipt() {
        Event changed = of("org.helpdesk.survey.answer-changed.v1");
        probe.publish(TOPIC, of(ANSWERED));
        probe.publish(TOPIC, changed);

        awaitHandled(changed);
        assertThat(awaitOfTicket(ticket, 1)).hasSize(1);
    }

    @Test
    void who_asked_for_it_is_told_once_that_it_is_done() {
        UUID voice = UUID.randomUUID();
        Event asked = improvement(voice).withData("language", "es");
        probe.publish(TOPIC, asked);
        probe.publish(TOPIC, asked);
        Event toldAgain = asked.again();
        probe.publish(TOPIC, toldAgain);
        awaitHandled(toldAgain);

        List<Map<String, Object>> messages = awaitOfCustomer(1);

        assertThat(messages).hasSize(1);
        assertThat(messages.getFirst())
                .containsEntry("kind", "improvement_done")
                .containsEntry("state", "kept")
                .containsEntry("ticketId", ticket.toString())
                .containsEntry("subject", "Usted nos lo dijo y lo hemos hecho");
        assertThat((String) messages.getFirst().get("body"))
                .contains("Say on the page how long deliveries take")
                .contains("The page of each product now says when it arrives.");
        Contracts.assertFits(probe.await(
                "org.helpdesk.message.delivered.v1", messages.getFirst().get("id")));
    }

    @Test
    void who_wants_no_surveys_is_neither_reminded_nor_told_of_improvements_but_thanked() {
        probe.publish(
                "helpdesk.customer",
                Contracts.sample("org.helpdesk.customer.changed.v1")
                        .again()
                        .with("subject", customer.toString())
                        .withData("customerId", customer)
                        .withData("doNotContact", false)
                        .withData(
                                "consents",
                                List.of(Map.of(
                                        "purpose", "surveys", "granted", false, "since", "2026-10-06T13:05:23.108Z"))));
        Awaitility.await().until(() -> Database.count("known_customer where id = ?", customer) == 1);
        probe.publish(TOPIC, withoutTicket(REMINDED));
        probe.publish(TOPIC, improvement(UUID.randomUUID()));
        probe.publish(TOPIC, withoutTicket(ANSWERED));

        assertThat(awaitOfCustomer(3))
                .extracting(message -> message.get("kind") + " " + message.get("state"))
                .containsExactlyInAnyOrder(
                        "survey_receipt kept", "improvement_done withheld", "survey_reminder withheld");
    }

    private List<Map<String, Object>> awaitOfCustomer(int count) {
        return Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(
                        () -> MessagesOverHttp.list("customerId", customer.toString()),
                        messages -> messages.size() >= count);
    }

    private static void awaitHandled(Event event) {
        Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(() -> Database.count(
                                "inbox where consumer = ? and event_id = ?",
                                "notification-service.feedback",
                                event.id())
                        == 1);
    }

    private Event improvement(UUID voice) {
        return Contracts.sample("org.helpdesk.improvement.notice-asked.v1")
                .again()
                .with("subject", voice.toString())
                .withData("voiceId", voice)
                .withData("customerId", customer)
                .withData("ticketId", ticket);
    }

    /** About something else, and of a customer of its own. */
    private Event withoutTicket(String type) {
        return of(type).withData("ticketId", null)
                .withData("ticketNumber", null)
                .withData("customerId", customer);
    }

    private Event of(String type) {
        String invitation = ticket.toString();
        return Contracts.sample(type).again().with("subject", invitation).withData("ticketId", ticket);
    }
}
