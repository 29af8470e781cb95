package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tickets follow when profiles of one person are merged, and come back. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerMergeEventsTest {

    private static final String TOPIC = "helpdesk.customer";

    private final UUID survivor = UUID.randomUUID();
    private final UUID duplicate = UUID.randomUUID();
    private final EventProbe probe = EventProbe.on(TOPIC);

    @BeforeEach
    void know() {
        probe.publish(TOPIC, Given.customer(survivor));
        probe.publish(TOPIC, Given.customer(duplicate));
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void they_follow_with_a_new_version_and_a_line_in_their_history_and_come_back() {
        String own = of(survivor);
        String others = of(duplicate);
        long version = Api.read(others).getLong("version");
        String updated = Api.read(others).getString("updatedAt");
        probe.publish(TOPIC, merged(duplicate, survivor, 4));
        awaitOwner(others, survivor);
        assertThat(owner(own)).isEqualTo(survivor.toString());
        assertThat(Api.read(others).getLong("version")).isEqualTo(version + 1);
        assertThat(Api.read(others).getString("updatedAt")).isEqualTo(updated);
        assertThat(history(others)).contains("customerId");
        assertThat(ticketsOf(survivor)).containsExactlyInAnyOrder(own, others);
        assertThat(ticketsOf(duplicate)).containsExactlyInAnyOrder(own, others);

        // What still names the former profile is the survivor's, and goes back with it.
        String late = of(duplicate);
        assertThat(owner(late)).isEqualTo(survivor.toString());
        probe.publish(TOPIC, unmerged(duplicate, 5));
        awaitOwner(others, duplicate);
        awaitOwner(late, duplicate);
        assertThat(owner(own)).isEqualTo(survivor.toString());
        assertThat(ticketsOf(duplicate)).containsExactlyInAnyOrder(others, late);
    }

    @Test
    void older_news_change_nothing() {
        String ticket = of(duplicate);
        probe.publish(TOPIC, unmerged(duplicate, 7));
        probe.publish(TOPIC, merged(duplicate, survivor, 6));
        String last = Api.openedId();
        probe.publish(TOPIC, Given.identified(last, survivor).with("subject", duplicate.toString()));
        awaitOwner(last, survivor);
        assertThat(owner(ticket)).isEqualTo(duplicate.toString());
    }

    @Test
    void who_is_recognised_by_a_merged_profile_is_its_successor() {
        String known = of(duplicate);
        String fresh = Api.openedId();
        probe.publish(TOPIC, merged(duplicate, survivor, 4));
        awaitOwner(known, survivor);
        probe.publish(TOPIC, Given.identified(known, duplicate));
        probe.publish(TOPIC, Given.identified(fresh, duplicate));
        Awaitility.await().until(() -> owner(fresh) != null);
        assertThat(owner(fresh)).isEqualTo(survivor.toString());
        assertThat(owner(known)).isEqualTo(survivor.toString());

        probe.publish(TOPIC, unmerged(duplicate, 5));
        awaitOwner(fresh, duplicate);
        awaitOwner(known, duplicate);
    }

    @Test
    void what_they_wrote_follows_too() {
        String ticket = of(duplicate);
        Api.made(
                "/tickets/" + ticket + "/calls",
                Map.of(
                        "call",
                        Map.of(
                                "direction", "inbound",
                                "rings", 1,
                                "waitSeconds", 1,
                                "durationSeconds", 0,
                                "voicemail", true)));
        assertThat(authors(ticket)).containsExactly(duplicate.toString());
        probe.publish(TOPIC, merged(duplicate, survivor, 4));
        awaitOwner(ticket, survivor);
        assertThat(authors(ticket)).containsExactly(survivor.toString());
        probe.publish(TOPIC, unmerged(duplicate, 5));
        awaitOwner(ticket, duplicate);
        assertThat(authors(ticket)).containsExactly(duplicate.toString());
    }

    private static List<String> authors(String ticket) {
        return Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items.author.id");
    }

    private String of(UUID customer) {
        return Awaitility.await()
                .until(
                        () -> Api.open(Api.ticket("requester", Map.of("customerId", customer))),
                        answer -> answer.statusCode() == 201)
                .jsonPath()
                .getString("id");
    }

    private static String owner(String ticket) {
        return Api.read(ticket).getString("requester.customerId");
    }

    private static void awaitOwner(String ticket, UUID customer) {
        Awaitility.await().until(() -> customer.toString().equals(owner(ticket)));
    }

    private static List<String> ticketsOf(UUID customer) {
        return Api.get("/tickets?customerId=" + customer).jsonPath().getList("items.id");
    }

    private static List<String> history(String ticket) {
        return Api.get("/tickets/" + ticket + "/history").jsonPath().getList("items.field");
    }

    private static Event merged(UUID from, UUID into, int sequence) {
        return Contracts.sample("org.helpdesk.customer.merged.v1")
                .again()
                .with("subject", from.toString())
                .with("sequence", Integer.toString(sequence))
                .withData("customerId", from)
                .withData("intoId", into);
    }

    private static Event unmerged(UUID customer, int sequence) {
        return Contracts.sample("org.helpdesk.customer.unmerged.v1")
                .again()
                .with("subject", customer.toString())
                .with("sequence", Integer.toString(sequence))
                .withData("customerId", customer);
    }
}
