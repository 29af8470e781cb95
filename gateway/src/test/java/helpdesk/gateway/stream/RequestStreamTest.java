package helpdesk.gateway.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.gateway.Gateway;
import helpdesk.platform.identity.CustomerLinks;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Whoever has the link of a request hears at once that something happened there, and nothing of anything else. */
@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class RequestStreamTest {

    private final UUID ticket = UUID.randomUUID();

    @Inject
    CustomerLinks links;

    @Test
    void the_requester_hears_of_public_comments_and_changes_of_their_own_request_only() {
        try (EventProbe probe = EventProbe.on();
                Watcher watcher = Watcher.ofRequest(link(Duration.ofDays(1)), null)) {
            watcher.awaitOpen();
            probe.publish("helpdesk.ticket", event("commented", UUID.randomUUID()));
            probe.publish("helpdesk.ticket", event("commented", ticket).withData("visibility", "internal"));
            probe.publish("helpdesk.ticket", event("commented", ticket).withData("visibility", "public"));
            probe.publish("helpdesk.ticket", event("escalated", ticket));
            probe.publish("helpdesk.ticket", event("resolved", ticket));
            await(watcher, 2);
            assertThat(watcher.messages()).extracting(Watcher.Message::data).containsExactly("comment", "request");
        }
    }

    @Test
    void a_broken_stream_goes_on_where_it_was() {
        String link = link(Duration.ofDays(1));
        try (EventProbe probe = EventProbe.on()) {
            String last;
            try (Watcher watcher = Watcher.ofRequest(link, null)) {
                watcher.awaitOpen();
                probe.publish("helpdesk.ticket", event("assigned", ticket));
                await(watcher, 1);
                last = watcher.messages().getFirst().id();
            }
            probe.publish("helpdesk.ticket", event("commented", ticket).withData("visibility", "public"));
            try (Watcher watcher = Watcher.ofRequest(link, last)) {
                await(watcher, 1);
                assertThat(watcher.messages()).extracting(Watcher.Message::data).containsExactly("comment");
            }
        }
    }

    @Test
    void no_stream_without_a_good_link() {
        String link = link(Duration.ofDays(1));
        given().get("/api/v1/requests/{token}/stream", "A" + link.substring(1, link.length() - 1) + "A")
                .then()
                .statusCode(404);
        given().get("/api/v1/requests/{token}/stream", link(Duration.ofSeconds(-1)))
                .then()
                .statusCode(410)
                .body("code", equalTo("link-expired"));
        given().header("Last-Event-ID", "mine")
                .get("/api/v1/requests/{token}/stream", link)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    private String link(Duration lifetime) {
        return links.issue("request", ticket, Instant.now().plus(lifetime));
    }

    private static Event event(String what, UUID ticket) {
        return Contracts.sample("org.helpdesk.ticket." + what + ".v1")
                .again()
                .with("subject", ticket.toString())
                .withData("ticketId", ticket);
    }

    private static void await(Watcher watcher, int messages) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> watcher.messages().size() >= messages);
    }
}
