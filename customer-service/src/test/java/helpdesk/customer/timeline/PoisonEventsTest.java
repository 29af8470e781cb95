package helpdesk.customer.timeline;

import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Happenings.FEEDBACK;
import static helpdesk.customer.Happenings.INTEGRATIONS;
import static helpdesk.customer.Happenings.NOTIFICATIONS;
import static helpdesk.customer.Happenings.PATIENCE;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.awaitCustomer;
import static helpdesk.customer.Happenings.opened;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Happenings;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PoisonEventsTest {

    private static final String DEAD_LETTERS = "/api/v1/services/customer-service/dead-letters";

    private EventProbe probe;

    @BeforeEach
    void open() {
        probe = EventProbe.on(Happenings.CUSTOMERS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_record_that_is_no_event_is_set_aside_and_the_next_one_is_handled() {
        String key = UUID.randomUUID().toString();
        String email = email();
        probe.publish(new ProducerRecord<>(TICKETS, key, "{no json".getBytes(StandardCharsets.UTF_8)));
        Event next = opened(UUID.randomUUID(), Map.of("email", email));
        probe.publish(TICKETS, new Event(next.attributes(), key, next.data()));

        awaitCustomer("email", email);
        assertThat(awaitDeadLetter(key).getString("consumer")).isEqualTo("customer-service.tickets");
    }

    @Test
    void a_type_that_does_not_belong_on_the_topic_is_set_aside() {
        assertSetAside(
                TICKETS, Happenings.of("ticket.closed", UUID.randomUUID()).with("type", "com.example.closed"));
        assertSetAside(
                FEEDBACK, Happenings.of("survey.invited", UUID.randomUUID()).with("type", "com.example.asked"));
        assertSetAside(
                NOTIFICATIONS,
                Happenings.of("message.failed", UUID.randomUUID()).with("type", "com.example.failed"));
        assertSetAside(INTEGRATIONS, Happenings.of("ticket.closed", UUID.randomUUID()));
    }

    @Test
    void data_that_does_not_fit_its_type_is_set_aside() {
        assertSetAside(
                TICKETS, Happenings.of("ticket.closed", UUID.randomUUID()).withData("ticketId", null));
        assertSetAside(
                TICKETS, Happenings.of("ticket.closed", UUID.randomUUID()).withData("number", null));
        assertSetAside(
                FEEDBACK, Happenings.of("survey.answered", UUID.randomUUID()).withData("ticketId", "none"));
        assertSetAside(
                NOTIFICATIONS,
                Happenings.of("callback.requested", UUID.randomUUID()).withData("timeZone", "Mars/Olympus"));
    }

    private void assertSetAside(String topic, Event event) {
        String key = UUID.randomUUID().toString();
        probe.publish(topic, new Event(event.attributes(), key, event.data()));
        assertThat(awaitDeadLetter(key).getString("topic")).isEqualTo(topic);
    }

    private static JsonPath awaitDeadLetter(String key) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> as("admin")
                                .queryParam("limit", 100)
                                .get(DEAD_LETTERS)
                                .jsonPath()
                                .setRootPath("items.find { it.key == '" + key + "' }"),
                        letter -> letter.get("id") != null);
    }
}
