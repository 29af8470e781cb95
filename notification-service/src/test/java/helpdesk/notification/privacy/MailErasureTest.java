package helpdesk.notification.privacy;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class MailErasureTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final Somebody person = Somebody.fresh();
    private final Somebody neighbour = Somebody.fresh();
    private final UUID ticket = UUID.randomUUID();

    @Inject
    Mentions mentions;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void mails_from_somebody_about_them_and_to_them_are_forgotten_and_do_not_come_back() {
        probe.publish(CUSTOMERS, person.profile("created", 1));
        probe.publish("helpdesk.ticket", person.opened(ticket));
        awaitOneOfTicket(ticket);
        byte[] own = mail(person, "help@desk.example", "I am " + person.name());
        String from = sent(own, 201);
        String about = sent(mail(neighbour, "help@desk.example", "Ask " + person.name()), 201);
        Database.execute("update mail set ticket_id = ? where id = ?", ticket, UUID.fromString(about));
        String alsoTo = sent(mail(neighbour, "help@desk.example, " + person.email(), "We both ask."), 201);
        String replies = sent(mail(neighbour, "help@desk.example", "Answer them."), 201);
        Database.execute("update mail set reply_to = ? where id = ?", person.email(), UUID.fromString(replies));

        probe.publish(CUSTOMERS, person.erasureRequested(1));
        Event receipt = probe.await("org.helpdesk.personal-data.erased.v1", person.requestId());

        Contracts.assertFits(receipt);
        assertThat(receipt.data().at("/erased/mails").asInt()).isEqualTo(3);
        for (String gone : List.of(from, about, replies)) {
            assertThat(as("supervisor").get("/api/v1/mails/" + gone).statusCode())
                    .isEqualTo(404);
            assertThat(Database.count("mail_raw where mail_id = ?", UUID.fromString(gone)))
                    .isZero();
        }
        assertThat(as("supervisor").get("/api/v1/mails/" + alsoTo).jsonPath().getList("to"))
                .isEqualTo(List.of("help@desk.example"));
        assertThat(as("supervisor").get("/api/v1/mails/" + alsoTo).jsonPath().getString("text"))
                .isEqualTo("We both ask.");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        mentions.everywhere(person.terms()).stream().filter(found -> found.contains("topic=null")))
                .isEmpty());
        long before = Database.count("mail");
        sent(own, 410);
        assertThat(Database.count("mail")).isEqualTo(before);
    }

    private static String sent(byte[] mail, int status) {
        return as("admin")
                .contentType("message/rfc822")
                .body(mail)
                .post("/api/v1/mails")
                .then()
                .statusCode(status)
                .extract()
                .path("id");
    }

    private static byte[] mail(Somebody from, String to, String text) {
        return ("From: " + from.name() + " <" + from.email() + ">\r\nTo: " + to + "\r\nMessage-ID: <"
                        + UUID.randomUUID() + "@example.org>\r\nSubject: Lamp\r\n\r\n" + text)
                .getBytes(StandardCharsets.UTF_8);
    }
}
