package helpdesk.gateway.stream;

import static helpdesk.gateway.Gateway.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class EventStreamTest {

    @Test
    void events_come_as_they_happen_and_a_broken_stream_goes_on_where_it_was() {
        String subject = UUID.randomUUID().toString();
        List<String> published = new ArrayList<>();
        String lastId;
        try (EventProbe probe = EventProbe.on()) {
            try (Watcher watcher = Watcher.open("?subject=" + subject, Tokens.of("agent"), null)) {
                watcher.awaitOpen();
                published.add(publish(probe, subject));
                published.add(publish(probe, subject));
                await(watcher, 2);
                assertThat(watcher.messages())
                        .extracting(Watcher.Message::eventId)
                        .containsExactlyElementsOf(published);
                assertThat(JsonPath.from(watcher.messages().getFirst().data()).getString("specversion"))
                        .isEqualTo("1.0");
                lastId = watcher.messages().getFirst().id();
            }
            published.add(publish(probe, subject));
            try (Watcher watcher = Watcher.open("?subject=" + subject, Tokens.of("agent"), lastId)) {
                await(watcher, 2);
                published.add(publish(probe, subject));
                await(watcher, 3);
                assertThat(watcher.messages())
                        .extracting(Watcher.Message::eventId)
                        .containsExactlyElementsOf(published.subList(1, 4));
            }
        }
    }

    @Test
    void whoever_looks_back_sees_nothing_of_what_was_erased_since() {
        UUID person = UUID.randomUUID();
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on("helpdesk.account");
                Watcher first = Watcher.open("?subject=" + subject, Tokens.of("agent"), null)) {
            first.awaitOpen();
            publish(probe, subject);
            probe.publish(
                    "helpdesk.ticket",
                    Contracts.sample("org.helpdesk.ticket.opened.v1")
                            .again()
                            .with("subject", subject)
                            .withData("ticketId", subject)
                            .withData("customerId", person));
            await(first, 2);
            assertThat(first.messages().getLast().data()).contains("\"data\"");
            Event asked = Contracts.sample("org.helpdesk.customer.erasure-requested.v1")
                    .again()
                    .with("subject", person.toString())
                    .withData("customerId", person)
                    .withData("requestId", person)
                    .withData("formerIds", List.of())
                    .withData("contacts", List.of());
            probe.publish("helpdesk.customer", asked);
            probe.await("org.helpdesk.personal-data.erased.v1", person);
            String lastId = first.messages().getFirst().id();
            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                try (Watcher second = Watcher.open("?subject=" + subject, Tokens.of("agent"), lastId)) {
                    await(second, 1);
                    assertThat(second.messages().getFirst().data())
                            .contains("\"erased\"")
                            .doesNotContain("\"data\"");
                }
            });
        }
    }

    @Test
    void the_cursor_of_the_list_is_good_for_the_stream_and_the_other_way_round() {
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on()) {
            List<String> published = new ArrayList<>();
            String start = as("agent")
                    .queryParam("subject", subject)
                    .get("/api/v1/events")
                    .path("next");
            for (int i = 0; i < 250; i++) {
                published.add(publish(probe, subject));
            }
            try (Watcher watcher = Watcher.open("?subject=" + subject + "&after=" + start, Tokens.of("agent"), null)) {
                await(watcher, published.size());
                assertThat(watcher.messages())
                        .extracting(Watcher.Message::eventId)
                        .containsExactlyInAnyOrderElementsOf(published);
                as("agent")
                        .queryParam("subject", subject)
                        .queryParam("after", watcher.messages().getLast().id())
                        .get("/api/v1/events")
                        .then()
                        .statusCode(200)
                        .body("items.size()", equalTo(0));
            }
        }
    }

    @Test
    void each_caller_sees_only_what_its_role_may_read() {
        String subject = UUID.randomUUID().toString();
        try (EventProbe probe = EventProbe.on();
                Watcher integration = Watcher.open("?subject=" + subject, Tokens.of("integration"), null);
                Watcher agent = Watcher.open("?subject=" + subject, Tokens.of("agent"), null);
                Watcher typed =
                        Watcher.open("?type=org.helpdesk.ticket.*&subject=" + subject, Tokens.of("agent"), null)) {
            List.of(integration, agent, typed).forEach(Watcher::awaitOpen);
            probe.publish(
                    "helpdesk.account",
                    Contracts.sample("org.helpdesk.account.created.v1").again().with("subject", subject));
            String ticket = publish(probe, subject);
            await(agent, 2);
            await(integration, 1);
            await(typed, 1);
            assertThat(integration.messages())
                    .extracting(Watcher.Message::eventId)
                    .containsExactly(ticket);
            assertThat(typed.messages()).extracting(Watcher.Message::eventId).containsExactly(ticket);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "supervisor", "agent", "integration"})
    void who_is_at_a_ticket_is_told_to_those_who_may_see_tickets(String role) {
        String presence = UUID.randomUUID().toString();
        String type = "org.helpdesk.presence.changed.v1";
        try (EventProbe probe = EventProbe.on();
                Watcher all = Watcher.open("?subject=" + presence, Tokens.of(role), null);
                Watcher typed = Watcher.open("?type=" + type + "&subject=" + presence, Tokens.of(role), null);
                Watcher other = Watcher.open(
                        "?type=org.helpdesk.ticket.*,org.helpdesk.survey.*&subject=" + presence,
                        Tokens.of(role),
                        null)) {
            List.of(all, typed, other).forEach(Watcher::awaitOpen);
            probe.publish("helpdesk.ticket", Contracts.sample(type).again().with("subject", presence));
            String ticket = publish(probe, presence);
            await(other, 1);
            await(all, 2);
            await(typed, 1);
            assertThat(JsonPath.from(typed.messages().getFirst().data()).getString("data.activity"))
                    .isEqualTo("writing");
            assertThat(typed.messages()).hasSize(1);
            assertThat(other.messages()).extracting(Watcher.Message::eventId).containsExactly(ticket);
        }
    }

    @Test
    void a_stream_begins_with_a_sign_of_life_and_its_faults_are_problems() {
        try (Watcher watcher = Watcher.open("", Tokens.of("agent"), null)) {
            watcher.awaitOpen();
        }
        assertThat(answer("", Tokens.of("agent"), "nonsense")).contains(" 400 ");
        assertThat(answer("?type=,", Tokens.of("agent"), null)).contains(" 400 ");
        assertThat(answer("?subject=%20", Tokens.of("agent"), null)).contains(" 400 ");
        assertThat(answer("", Tokens.of("customer"), null)).contains(" 403 ");
        assertThat(answer("", Tokens.expired("agent"), null)).contains(" 401 ");
    }

    @Test
    void a_stream_that_ends_tells_when_to_come_back() {
        String token = Tokens.changed(claims -> claims.expiresAt(Instant.now().plusSeconds(6)));
        try (Watcher watcher = Watcher.open("", token, null)) {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> watcher.lines().stream()
                    .anyMatch(line -> line.matches("retry: ?[0-9]+")));
        }
    }

    @Test
    void there_is_a_limit_to_streams_and_closed_ones_make_room() {
        List<Watcher> watchers = new ArrayList<>();
        try {
            for (int i = 0; i < 200; i++) {
                watchers.add(Watcher.open("", Tokens.of("agent"), null));
            }
            watchers.forEach(Watcher::awaitOpen);
            assertThat(answer("", Tokens.of("agent"), null)).contains(" 503 ");
        } finally {
            watchers.forEach(Watcher::close);
        }
        Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
            try (Watcher watcher = Watcher.open("", Tokens.of("agent"), null)) {
                watcher.awaitOpen();
            }
        });
    }

    private static String answer(String query, String token, String lastEventId) {
        try (Watcher watcher = Watcher.open(query, token, lastEventId)) {
            return watcher.awaitStatusLine();
        }
    }

    private static void await(Watcher watcher, int messages) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> watcher.messages().size() >= messages);
    }

    private static String publish(EventProbe probe, String subject) {
        Event event = Contracts.sample("org.helpdesk.ticket.opened.v1").again().with("subject", subject);
        probe.publish("helpdesk.ticket", event);
        return event.id();
    }
}
