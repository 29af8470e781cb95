package helpdesk.gateway.log;

import static helpdesk.gateway.Gateway.as;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.Gateway;
import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class LogErasureTest {

    private static final String RECEIPT = "org.helpdesk.personal-data.erased.v1";

    private static EventProbe probe;

    @Inject
    Mentions mentions;

    private final UUID person = UUID.randomUUID();
    private final UUID former = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final String mark = person.toString().substring(0, 8);
    private final String name = "Zebedee Quill " + mark;
    private final String email = "zebedee." + mark + "@example.com";
    private final String phone = "+4477" + Math.abs(person.getMostSignificantBits() % 100_000_000);

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.account");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void events_about_whoever_wants_to_be_forgotten_lose_their_data_and_keep_their_place() {
        UUID ticket = UUID.randomUUID();
        UUID formerTicket = UUID.randomUUID();
        List<Event> theirs = List.of(
                event("customer", "customer.created", person).withData("name", name),
                event("ticket", "ticket.opened", ticket)
                        .withData("customerId", person)
                        .withData("subject", name),
                event("ticket", "ticket.commented", ticket)
                        .withData("customerId", null)
                        .withData("body", name),
                event("notification", "callback.requested", UUID.randomUUID())
                        .withData("ticketId", ticket)
                        .withData("customerId", null)
                        .withData("note", name),
                event("notification", "message.delivered", UUID.randomUUID())
                        .withData("ticketId", ticket)
                        .withData("customerId", null),
                event("feedback", "survey.answered", UUID.randomUUID())
                        .withData("customerId", person)
                        .withData("ticketId", ticket),
                event("customer", "reward.issued", UUID.randomUUID())
                        .withData("customerId", person)
                        .withData("ticketId", ticket),
                event("ticket", "ticket.opened", formerTicket).withData("customerId", former),
                order("order-" + mark).withData("note", "Call " + phone + ", please"),
                order(email.toUpperCase(Locale.ROOT)).withData("note", "late"));
        UUID neighbour = UUID.randomUUID();
        Event namesake = event("ticket", "ticket.opened", neighbour)
                .withData("customerId", UUID.randomUUID())
                .withData("note", "another " + name + ", at x" + email);
        theirs.forEach(this::publish);
        publish(namesake);

        Event receipt = erase(1);

        Contracts.assertFits(receipt);
        assertThat(receipt.data().get("service").asText()).isEqualTo("gateway");
        assertThat(receipt.data().get("erased").get("events").asInt()).isEqualTo(theirs.size());
        for (Event event : theirs) {
            Map<String, Object> logged = find(event);
            Map<String, Object> expected = new HashMap<>(event.attributes());
            expected.put("erased", "true");
            if (event.subject().equalsIgnoreCase(email)) {
                expected.put("subject", "[erased]");
            }
            assertThat(logged).doesNotContainKey("data").containsAllEntriesOf(without(expected));
        }
        assertThat(find(namesake)).containsKey("data").doesNotContainKey("erased");
        assertThat(tablesThatMention(List.of(phone))).isEmpty();
        assertThat(tablesThatMention(List.of(name, email)))
                .as("only the namesake's event")
                .hasSize(1)
                .allMatch(found -> found.contains("count=1"));
        assertThat(items(neighbour.toString())).hasSize(1);
    }

    @Test
    void what_arrives_later_is_logged_without_its_data_and_so_is_what_belongs_to_it() {
        UUID ticket = UUID.randomUUID();
        publish(event("ticket", "ticket.opened", ticket)
                .withData("customerId", person)
                .withData("subject", name));
        erase(1);

        UUID later = UUID.randomUUID();
        UUID callback = UUID.randomUUID();
        Event commented = event("ticket", "ticket.commented", ticket)
                .withData("customerId", null)
                .withData("body", name);
        Event opened = event("ticket", "ticket.opened", later)
                .withData("customerId", person)
                .withData("subject", name);
        publish(commented);
        publish(opened);
        Event asked = event("notification", "callback.requested", callback)
                .withData("ticketId", later)
                .withData("customerId", null)
                .withData("note", name);
        publish(asked);
        Event missed = event("notification", "callback.missed", callback)
                .withData("ticketId", null)
                .withData("customerId", null)
                .withData("note", name);
        publish(missed);

        for (Event event : List.of(commented, opened, asked, missed)) {
            assertThat(find(event)).doesNotContainKey("data").containsEntry("erased", "true");
        }
        Event second = erase(2);
        assertThat(second.data().get("erased").get("events").asInt()).isZero();
        assertThat(tablesThatMention(List.of(name, email, phone))).isEmpty();
    }

    @Test
    void the_proof_of_an_erasure_stays_and_names_nobody() {
        erase(1);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> items(person.toString()).size() == 1
                        && items(request.toString()).size() == 1);

        Map<String, Object> requested = items(person.toString()).getFirst();
        assertThat(requested).containsKey("data").doesNotContainKey("erased");
        assertThat(requested.toString())
                .contains(request.toString(), former.toString())
                .doesNotContain(name, email, phone);
        assertThat(items(request.toString()).getFirst()).containsKey("data").doesNotContainKey("erased");
        assertThat(tablesThatMention(List.of(name, email, phone))).isEmpty();
    }

    private Event erase(int round) {
        Event asked = event("customer", "customer.erasure-requested", person)
                .withData("requestId", request)
                .withData("round", round)
                .withData("formerIds", List.of(former))
                .withData("names", List.of(name))
                .withData("contacts", List.of(email, phone));
        probe.publish("helpdesk.customer", asked);
        return probe.await(event -> RECEIPT.equals(event.type())
                && request.toString().equals(event.subject())
                && event.data().get("round").asInt() == round);
    }

    private void publish(Event event) {
        String topic = event.type().startsWith("org.example.")
                ? "helpdesk.integration"
                : "helpdesk."
                        + event.attributes().get("source").replace("/", "").replace("-service", "");
        probe.publish(topic, event);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> items(event.subject()).stream()
                .anyMatch(item -> event.id().equals(item.get("id"))));
    }

    private static Event event(String service, String what, UUID subject) {
        Event event = Contracts.sample("org.helpdesk." + what + ".v1")
                .again()
                .with("subject", subject.toString())
                .with("partitionkey", subject.toString())
                .with("source", "/" + service + "-service");
        return what.startsWith("ticket.")
                ? event.withData("ticketId", subject)
                : what.startsWith("customer.") ? event.withData("customerId", subject) : event;
    }

    private static Event order(String subject) {
        return Contracts.sample("org.example.order.delayed.v1").again().with("subject", subject);
    }

    /** The broker's own header is none of the event's attributes; times may be written otherwise. */
    private static Map<String, Object> without(Map<String, Object> attributes) {
        attributes.remove("time");
        attributes.keySet().removeIf(attribute -> attribute.startsWith("header:"));
        return attributes;
    }

    /** Where its subject was an address, it is among those without. */
    private static Map<String, Object> find(Event event) {
        return Stream.of(event.subject(), "[erased]")
                .flatMap(subject -> items(subject).stream())
                .filter(item -> event.id().equals(item.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> tablesThatMention(List<String> terms) {
        return mentions.everywhere(terms).stream()
                .filter(found -> found.contains("topic=null"))
                .toList();
    }

    private static List<Map<String, Object>> items(String subject) {
        return as("agent")
                .queryParam("limit", 100)
                .queryParam("subject", subject)
                .get("/api/v1/events")
                .path("items");
    }
}
