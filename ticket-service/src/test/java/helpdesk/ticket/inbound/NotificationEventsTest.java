package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that arrived acknowledges; a record that nobody can handle stops nothing. */
@QuarkusTest
@WithTestResource(RealParts.class)
class NotificationEventsTest {

    private static final String TOPIC = "helpdesk.notification";
    private static final String DEAD = TOPIC + ".dlq";

    /** All records of a test go to one partition, so that their order is kept. */
    private final String key = UUID.randomUUID().toString();

    private final EventProbe probe = EventProbe.on("helpdesk.ticket", DEAD);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_acknowledgement_that_arrived_stops_its_clock() {
        String ticket = Api.openedId();

        publish(Given.delivered(ticket, "acknowledgement"));

        Event acknowledged = probe.await("org.helpdesk.ticket.acknowledged.v1", ticket);
        Contracts.assertFits(acknowledged);
        assertThat(acknowledged.data().path("automatic").asBoolean()).isTrue();
        JsonPath after = Api.read(ticket);
        assertThat(Api.clocks(after))
                .containsExactly("acknowledgement met", "firstReply running", "resolution running");
        assertThat(after.getInt("version")).isEqualTo(1);
    }

    @Test
    void only_the_first_acknowledgement_counts() {
        String ticket = Api.openedId();
        Event delivered = Given.delivered(ticket, "acknowledgement");
        for (int i = 0; i < 20; i++) {
            publish(delivered);
        }
        publish(Given.delivered(ticket, "acknowledgement"));
        awaitAllSoFar();

        assertThat(Api.read(ticket).getInt("version")).isEqualTo(1);
    }

    @Test
    void after_a_persons_answer_the_automatic_one_is_no_news() {
        String ticket = Api.openedId();
        Api.comment(Tokens.of("agent"), ticket, Map.of("body", "I am here."));

        publish(Given.delivered(ticket, "acknowledgement"));
        awaitAllSoFar();

        assertThat(Api.read(ticket).getInt("version")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply", "survey_invitation", "survey_receipt", "callback_confirmation", "something_new"})
    void other_messages_acknowledge_nothing(String kind) {
        String ticket = Api.openedId();

        publish(Given.delivered(ticket, kind));
        awaitAllSoFar();

        assertThat(Api.read(ticket).getInt("version")).isZero();
    }

    @Test
    void what_concerns_no_ticket_and_what_is_new_are_passed_over() {
        String ticket = Api.openedId();

        publish(Given.delivered(null, "acknowledgement"));
        publish(Given.delivered(ticket, "acknowledgement").with("type", "org.helpdesk.message.failed.v1"));
        publish(Given.delivered(ticket, "acknowledgement").with("type", "org.helpdesk.fax.burnt.v1"));
        awaitAllSoFar();

        assertThat(Api.read(ticket).getInt("version")).isZero();
    }

    @Test
    void fields_that_a_newer_sender_added_are_passed_over() {
        String ticket = Api.openedId();

        publish(Given.delivered(ticket, "acknowledgement").withData("colour", Map.of("r", 1)));

        awaitVersion(ticket, 1);
    }

    @Test
    void a_record_that_is_no_event_is_set_aside_and_the_next_one_handled() {
        String ticket = Api.openedId();

        probe.publish(new ProducerRecord<>(TOPIC, key, "no event".getBytes()));
        probe.publish(new ProducerRecord<>(TOPIC, key, null));
        publish(Given.delivered(ticket, "acknowledgement"));

        awaitVersion(ticket, 1);
        assertThat(awaitedDeadLetter("header:dead-letter-consumer", "ticket-service.notifications")
                        .key())
                .isEqualTo(key);
    }

    @Test
    void an_event_of_a_ticket_that_does_not_exist_is_set_aside_with_its_cause() {
        UUID unknown = UUID.randomUUID();

        publish(Given.delivered(unknown, "acknowledgement"));
        awaitAllSoFar();

        assertThat(awaitedDeadLetter("header:dead-letter-cause", "There is no ticket " + unknown)
                        .attributes())
                .containsEntry("header:dead-letter-topic", TOPIC);
    }

    @Test
    void an_event_that_does_not_fit_is_set_aside_with_its_cause() {
        publish(Given.delivered("no-id-at-all", "acknowledgement"));
        awaitAllSoFar();

        assertThat(awaitedDeadLetter("header:dead-letter-topic", TOPIC)
                        .attributes()
                        .get("header:dead-letter-cause"))
                .startsWith("The data does not fit org.helpdesk.message.delivered.v1");
    }

    @Test
    void a_type_from_outside_has_no_business_on_our_topic() {
        publish(Given.delivered(Api.openedId(), "acknowledgement").with("type", "org.example.message.delivered.v1"));
        awaitAllSoFar();

        assertThat(awaitedDeadLetter("header:dead-letter-topic", TOPIC)
                        .attributes()
                        .get("header:dead-letter-cause"))
                .contains("org.example.message.delivered.v1");
    }

    private void publish(Event event) {
        probe.publish(TOPIC, new Event(event.attributes(), key, event.data()));
    }

    private void awaitAllSoFar() {
        String ticket = Api.openedId();
        publish(Given.delivered(ticket, "acknowledgement"));
        awaitVersion(ticket, 1);
    }

    private Event awaitedDeadLetter(String attribute, String value) {
        return probe.await(event ->
                key.equals(event.key()) && value.equals(event.attributes().get(attribute)));
    }

    private static void awaitVersion(String ticket, int version) {
        Awaitility.await().until(() -> Api.read(ticket).getInt("version") == version);
    }
}
