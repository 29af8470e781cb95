package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tickets learn who asks, and the replica of customers follows their profiles. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerEventsTest {

    private static final String TOPIC = "helpdesk.customer";

    private final UUID customer = UUID.randomUUID();
    private final EventProbe probe = EventProbe.on(TOPIC);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_ticket_learns_its_customer_and_the_name_of_the_profile() {
        String ticket = Api.openedId();

        probe.publish(TOPIC, Given.identified(ticket, customer).withData("preferredName", "Amara"));

        awaitVersion(ticket, 1);
        JsonPath requester = Api.read(ticket);
        assertThat(requester.getString("requester.customerId")).isEqualTo(customer.toString());
        assertThat(requester.getString("requester.name")).isEqualTo("Amara Okafor");
        assertThat(requester.getString("requester.preferredName")).isEqualTo("Amara");
        assertThat(requester.getString("requester.email")).startsWith("amara-");
        assertThat(requester.getString("updatedAt")).isEqualTo(requester.getString("createdAt"));
    }

    @Test
    void it_is_learned_once_however_often_it_is_told() {
        String ticket = Api.openedId();
        Event identified = Given.identified(ticket, customer);
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, identified);
        }
        probe.publish(TOPIC, identified.again());
        awaitAllSoFar();

        assertThat(Api.read(ticket).getInt("version")).isEqualTo(1);
        assertThat(Api.agent()
                        .get("/api/v1/tickets/" + ticket + "/history")
                        .jsonPath()
                        .getList("items.field"))
                .isEqualTo(List.of("status", "customerId"));
    }

    @Test
    void who_a_ticket_was_opened_for_is_no_news() {
        probe.publish(TOPIC, Given.customer(customer));
        String ticket = Api.opened(Api.ticket("requester", Map.of("customerId", customer)))
                .getString("id");

        probe.publish(TOPIC, Given.identified(ticket, customer));
        awaitAllSoFar();

        assertThat(Api.read(ticket).getInt("version")).isZero();
    }

    @Test
    void the_newest_profile_stands() {
        probe.publish(TOPIC, Given.customer(customer).with("sequence", "7").withData("name", "The newest"));
        probe.publish(
                TOPIC,
                Given.customer(customer)
                        .with("type", "org.helpdesk.customer.changed.v1")
                        .with("sequence", "6")
                        .withData("name", "Older"));
        probe.publish(TOPIC, Given.customer(customer).with("sequence", "7").withData("name", "Just as old"));
        awaitAllSoFar();

        assertThat(nameOf(customer)).isEqualTo("The newest");
        probe.publish(
                TOPIC,
                Given.customer(customer)
                        .with("type", "org.helpdesk.customer.changed.v1")
                        .with("sequence", "8")
                        .withData("name", "Newer still")
                        .withData("emails", List.of()));
        awaitAllSoFar();
        assertThat(nameOf(customer)).isEqualTo("Newer still");
    }

    @Test
    void many_customers_of_one_poll_are_all_learned() {
        List<String> tickets = Stream.generate(Api::openedId).limit(30).toList();

        tickets.forEach(ticket -> probe.publish(TOPIC, Given.identified(ticket, UUID.randomUUID())));

        tickets.forEach(ticket -> awaitVersion(ticket, 1));
    }

    private static String nameOf(UUID customer) {
        return Api.opened(Api.ticket("requester", Map.of("customerId", customer)))
                .getString("requester.name");
    }

    /** Events of one key keep their order: what comes after is handled after. */
    private void awaitAllSoFar() {
        String ticket = Api.openedId();
        probe.publish(TOPIC, Given.identified(ticket, customer));
        awaitVersion(ticket, 1);
    }

    private static void awaitVersion(String ticket, int version) {
        Awaitility.await().until(() -> Api.read(ticket).getInt("version") == version);
    }
}
