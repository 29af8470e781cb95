package helpdesk.ticket.inbound;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.identity.CustomerLinks;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.servicelevel.Policies;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Customers who stay away become tickets with owners (practice 3). */
@QuarkusTest
@WithTestResource(RealParts.class)
class WinBackEventsTest {

    private static final String TOPIC = "helpdesk.customer";
    private static final String AGENT = Tokens.of("agent");

    private final UUID customer = UUID.randomUUID();
    private final UUID lapse = UUID.randomUUID();
    private final EventProbe probe = EventProbe.on(TOPIC, "helpdesk.ticket");

    @Inject
    CustomerLinks links;

    @AfterEach
    void close() {
        probe.close();
        Database.execute("delete from agent_group");
    }

    @Test
    void a_lapse_becomes_a_ticket_of_the_one_who_cares_for_the_customer() {
        UUID owner = Given.agent();
        probe.publish(TOPIC, Given.customer(customer).withData("preferredName", "Amara"));
        probe.publish(TOPIC, lapsed().withData("owner", owner));

        JsonPath ticket = Api.read(awaitedTicket());
        assertThat(ticket.getString("winBackOf")).isEqualTo(lapse.toString());
        assertThat(ticket.getString("assignee.id")).isEqualTo(owner.toString());
        assertThat(ticket.getString("subject")).isEqualTo("Win back Amara");
        assertThat(ticket.getString("type")).isEqualTo("request");
        assertThat(ticket.getString("channel")).isEqualTo("api");
        assertThat(ticket.getString("status")).isEqualTo("open");
        assertThat(ticket.getString("group")).isEqualTo("support");
        assertThat(ticket.getList("tags")).isEqualTo(List.of("win-back"));
        assertThat(ticket.getString("requester.customerId")).isEqualTo(customer.toString());
        assertThat(ticket.getString("requester.name")).isEqualTo("Amara Okafor");
        assertThat(ticket.getString("requester.email")).startsWith("amara-");
        assertThat(ticket.getString("description")).isEqualTo("""
                Amara stays away. The rule “Subscriptions that end” says so: the subscription “Newspaper, six days a week” ended \
                on 28 September 2026 and was not renewed.

                Tell them that they are missed. A message tells them so, too, where they may be written to. Ask what was missing, \
                and what would bring them back.""");
    }

    @Test
    void its_events_tell_of_which_lapse_it_is() {
        UUID owner = Given.agent();
        probe.publish(TOPIC, lapsed().withData("owner", owner));
        String ticket = awaitedTicket();

        Event opened = probe.await("org.helpdesk.ticket.opened.v1", ticket);
        Contracts.assertFits(opened);
        assertThat(opened.data().path("source").asText()).isEqualTo("win_back");
        assertThat(opened.data().path("winBackOf").asText()).isEqualTo(lapse.toString());
        assertThat(opened.data().path("customerId").asText()).isEqualTo(customer.toString());
        assertThat(opened.data().has("description")).isFalse();
        assertThat(opened.attributes()).containsEntry("actor", "system:ticket-service.customers");
        Event assigned = probe.await("org.helpdesk.ticket.assigned.v1", ticket);
        Contracts.assertFits(assigned);
        assertThat(assigned.data().path("winBackOf").asText()).isEqualTo(lapse.toString());
        assertThat(assigned.attributes()).containsEntry("actor", "system:ticket-service.customers");
    }

    @Test
    void a_lapse_opens_exactly_one_however_often_it_is_told_and_another_lapse_another() {
        Event lapsed = lapsed();
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, lapsed);
        }
        probe.publish(TOPIC, lapsed.again());
        awaitAllSoFar();
        assertThat(tickets(customer)).hasSize(1);

        probe.publish(TOPIC, lapsed.again().withData("lapseId", UUID.randomUUID()));
        awaitAllSoFar();
        assertThat(tickets(customer)).hasSize(2);
    }

    @Test
    void where_no_owner_works_here_the_group_has_it() {
        group("Retention");
        probe.publish(TOPIC, lapsed().withData("owner", Given.inactiveAgent()).withData("group", "Retention"));

        JsonPath ticket = Api.read(awaitedTicket());
        assertThat(ticket.getString("group")).isEqualTo("Retention");
        assertThat(ticket.getString("assignee")).isNull();
        assertThat(ticket.getString("status")).isEqualTo("new");
    }

    @Test
    void where_neither_is_known_it_is_routed_like_any_other() {
        group("Retention");
        probe.publish(TOPIC, lapsed().withData("owner", UUID.randomUUID()).withData("group", "Nobody knows it"));

        JsonPath ticket = Api.read(awaitedTicket());
        assertThat(ticket.getString("group")).isEqualTo("support");
        assertThat(ticket.getString("assignee")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    subscription_ended     | Gym | the subscription “Gym” ended on 28 September 2026 and was not renewed.
                    subscription_cancelled | Gym | the subscription “Gym” was cancelled, with 28 September 2026 as its last day.
                    no_visits              |     | no visit has come since 28 September 2026.
                    moved_to_the_moon      | Gym | the last day was 28 September 2026.""")
    void the_description_says_why(String because, String what, String reason) {
        probe.publish(
                TOPIC,
                lapsed().withData("because", because).withData("what", what).withData("tell", false));

        assertThat(Api.read(awaitedTicket()).getString("description"))
                .contains("says so: " + reason + "\n")
                .doesNotContain("A message");
    }

    @Test
    void whoever_goes_on_in_another_profile_is_won_back_as_that() {
        UUID survivor = UUID.randomUUID();
        probe.publish(TOPIC, Given.customer(survivor).withData("name", "The survivor"));
        probe.publish(
                TOPIC,
                Contracts.sample("org.helpdesk.customer.merged.v1")
                        .again()
                        .with("subject", customer.toString())
                        .with("sequence", "4")
                        .withData("customerId", customer)
                        .withData("intoId", survivor));
        awaitKnown(survivor);
        probe.publish(TOPIC, lapsed());

        String ticket = awaitedTicket();
        assertThat(Api.read(ticket).getString("requester.customerId")).isEqualTo(survivor.toString());
        assertThat(Api.read(ticket).getString("requester.name")).isEqualTo("The survivor");
        assertThat(tickets(survivor)).containsExactly(ticket);

        probe.publish(
                TOPIC,
                Contracts.sample("org.helpdesk.customer.unmerged.v1")
                        .again()
                        .with("subject", customer.toString())
                        .with("sequence", "5")
                        .withData("customerId", customer));
        Awaitility.await().until(() -> Api.read(ticket).getString("requester.customerId"), customer.toString()::equals);
    }

    @Test
    void of_who_has_asked_nothing_only_the_solution_is_awaited() {
        UUID owner = Given.agent();
        String tag = Policies.tag();
        Policies.policy(Policies.body(
                tag,
                Policies.always(),
                Policies.target("acknowledgement", 1, 2),
                Policies.target("firstReply", 1, 2),
                Policies.target("nextReply", 1, 2),
                Policies.target("update", 1, 2),
                Policies.target("resolution", 10, 20)));
        probe.publish(TOPIC, lapsed().withData("owner", owner));
        String ticket = awaitedTicket();
        assertThat(Api.clocks(Api.read(ticket))).containsExactly("resolution running");

        Api.changed(ticket, Map.of("tags", List.of("win-back", tag)));
        Api.comment(AGENT, ticket, Map.of("body", "We miss you.")).then().statusCode(201);
        assertThat(Api.clocks(Api.read(ticket))).containsExactly("resolution running");

        reply(ticket);
        assertThat(Api.clocks(Api.read(ticket))).containsExactly("nextReply running", "resolution running");
        Api.comment(AGENT, ticket, Map.of("body", "Welcome back.")).then().statusCode(201);
        assertThat(Api.clocks(Api.read(ticket)))
                .containsExactly("nextReply met", "update running", "resolution running");
        assertThat(Api.clocks(Api.resolved(ticket, owner)))
                .containsExactly("nextReply met", "update met", "resolution met");
    }

    @Test
    void the_customer_does_not_read_what_we_call_it() {
        probe.publish(TOPIC, lapsed());
        String ticket = awaitedTicket();

        JsonPath seen = given().get("/api/v1/requests/" + link(ticket))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(seen.getString("subject")).isEqualTo(Api.read(ticket).getString("number"));
        assertThat(seen.getString("description")).isNull();
    }

    private Event lapsed() {
        return Contracts.sample("org.helpdesk.customer.lapsed.v1")
                .again()
                .with("subject", customer.toString())
                .withData("customerId", customer)
                .withData("lapseId", lapse);
    }

    private String awaitedTicket() {
        Awaitility.await().until(() -> !tickets(customer).isEmpty());
        return tickets(customer).getFirst();
    }

    private static List<String> tickets(UUID customer) {
        return Api.get("/tickets?tag=win-back&customerId=" + customer)
                .jsonPath()
                .getList("items.id");
    }

    private static void group(String name) {
        Api.made(Tokens.of("admin"), "/groups", Map.of("name", name));
    }

    private String link(String ticket) {
        return links.issue("request", UUID.fromString(ticket), Instant.now().plusSeconds(3_600));
    }

    private void reply(String ticket) {
        given().contentType("application/json")
                .body(Map.of("body", "What would be different?"))
                .post("/api/v1/requests/" + link(ticket) + "/comments")
                .then()
                .statusCode(201);
    }

    /** Events of one key keep their order: what comes after is handled after. */
    private void awaitAllSoFar() {
        String ticket = Api.openedId();
        probe.publish(TOPIC, Given.identified(ticket, customer));
        Awaitility.await().until(() -> Api.read(ticket).getInt("version") == 1);
    }

    private static void awaitKnown(UUID customer) {
        Awaitility.await().until(() -> Database.count("known_customer where id = ?", customer) == 1);
    }
}
