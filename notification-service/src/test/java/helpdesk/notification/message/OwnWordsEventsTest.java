package helpdesk.notification.message;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class OwnWordsEventsTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void customers_are_told_in_the_words_of_the_organisation() {
        save("eo", "{number}: ni havas ĝin", "{#if name}Saluton {name},{#else}Saluton,{/if}\n\n{link}");

        Map<String, Object> message = opened("eo", "Bo <b>Berg</b>");

        assertThat(message).containsEntry("language", "eo");
        assertThat((String) message.get("subject")).endsWith(": ni havas ĝin");
        assertThat((String) message.get("body"))
                .startsWith("Saluton Bo <b>Berg</b>,\n\nhttp")
                .contains("/api/v1/requests/");
        String html = as("agent")
                .get("/api/v1/messages/{id}", message.get("id"))
                .then()
                .extract()
                .path("html");
        assertThat(html).contains("lang=\"eo\"", "Saluton Bo &lt;b&gt;Berg&lt;/b&gt;,");
    }

    @Test
    void where_nothing_would_be_said_the_built_in_words_are_told() {
        save("is", "{#if name}{name}{/if}", "{link}");

        Map<String, Object> message = opened("is", null);

        assertThat(message).containsEntry("language", "en");
        assertThat((String) message.get("subject")).endsWith("your request has arrived");
    }

    private static void save(String language, String subject, String text) {
        as("supervisor")
                .body(Map.of("language", language, "subject", subject, "text", text))
                .post("/api/v1/message-templates/acknowledgement/versions")
                .then()
                .statusCode(201);
    }

    private Map<String, Object> opened(String language, String name) {
        UUID ticket = UUID.randomUUID();
        probe.publish(
                "helpdesk.ticket",
                Contracts.sample("org.helpdesk.ticket.opened.v1")
                        .again()
                        .with("subject", ticket.toString())
                        .withData("ticketId", ticket)
                        .withData("customerId", UUID.randomUUID())
                        .withData("language", language)
                        .withData(
                                "requester",
                                name == null
                                        ? Map.of("email", "bo@example.org")
                                        : Map.of("name", name, "email", "bo@example.org")));
        return awaitOneOfTicket(ticket);
    }
}
