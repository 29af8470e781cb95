package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Mails open tickets and write on them, each once, and nobody speaks in the name of somebody else. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MailEventsTest {

    private static final String TOPIC = "helpdesk.notification";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** All records of a test go to one partition, so that their order is kept. */
    private final String key = UUID.randomUUID().toString();

    private final String writer = "amara-" + UUID.randomUUID() + "@example.org";
    private final EventProbe probe = EventProbe.on("helpdesk.ticket", TOPIC + ".dlq");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_mail_opens_a_ticket() {
        Event mail = mail();
        publish(mail);

        Event opened = opened(mail);

        Contracts.assertFits(opened);
        assertThat(opened.data().get("mailId").asText()).isEqualTo(id(mail));
        assertThat(opened.data().has("noReply")).isFalse();
        JsonPath ticket = Api.read(opened.subject());
        assertThat(ticket.getString("subject")).isEqualTo("The lamp flickers");
        assertThat(ticket.getString("description")).startsWith("Hello,").endsWith("Amara");
        assertThat(ticket.getString("channel")).isEqualTo("email");
        assertThat(ticket.getString("language")).isEqualTo("en");
        assertThat(ticket.getString("requester.email")).isEqualTo(writer);
        assertThat(ticket.getString("requester.name")).isEqualTo("Amara Okafor");
        JsonPath mails = Api.get("/tickets/" + opened.subject() + "/mails").jsonPath();
        assertThat(mails.getString("items[0].mailId")).isEqualTo(id(mail));
        assertThat(mails.getString("items[0].attachments[0].name")).isEqualTo("lamp.png");
        assertThat(mails.getString("items[0].attachments[0].href")).endsWith("/attachments/1");
    }

    @Test
    void however_often_it_is_told_there_is_one_ticket() {
        Event mail = mail();
        for (int i = 0; i < 10; i++) {
            publish(mail);
            publish(mail.again());
        }
        String ticket = opened(mail).subject();
        awaitAllSoFar();

        assertThat(tickets(writer)).containsExactly(ticket);
    }

    @Test
    void the_requester_writes_on_by_mail_and_what_is_quoted_is_taken_out() {
        Event first = mail();
        publish(first);
        String ticket = opened(first).subject();
        Event second = mail().withData("answersMailId", id(first))
                .withData("text", "It does it again.\n\nOn Monday Daniel Brandt wrote:\n> Please try now.");
        publish(second);

        Event commented = commented(second);

        Contracts.assertFits(commented);
        assertThat(commented.subject()).isEqualTo(ticket);
        Map<String, Object> comment = comments(ticket).getFirst();
        assertThat(comment)
                .containsEntry("body", "It does it again.")
                .containsEntry("channel", "email")
                .containsEntry("visibility", "public");
        JsonPath whole =
                Api.get("/tickets/" + ticket + "/comments/" + comment.get("id")).jsonPath();
        assertThat(whole.getString("original")).contains("> Please try now.");
        assertThat(whole.getString("mail.mailId")).isEqualTo(id(second));
        assertThat(whole.getString("mail.attachments[0].contentType")).isEqualTo("image/png");
        assertThat(Api.get("/tickets/" + ticket + "/comments").jsonPath().getString("items[0].mail.mailId"))
                .isEqualTo(id(second));
        publish(second.again());
        awaitAllSoFar();
        assertThat(comments(ticket)).hasSize(1);
        assertThat(tickets(writer)).containsExactly(ticket);
    }

    @Test
    void a_word_of_the_requester_opens_a_resolved_ticket_again_and_a_closed_one_is_followed_up() {
        Event first = mail();
        publish(first);
        String ticket = opened(first).subject();
        UUID agent = Given.agent();
        Api.resolved(ticket, agent);

        Event second = mail().withData("ticketId", ticket);
        publish(second);
        commented(second);
        assertThat(Api.read(ticket).getString("status")).isEqualTo("open");

        Api.resolved(ticket, agent);
        Given.close(ticket);
        Event third = mail().withData("ticketId", ticket);
        publish(third);
        String followUp = commented(third).subject();
        assertThat(followUp).isNotEqualTo(ticket);
        assertThat(Api.read(followUp).getString("followUpOf")).isEqualTo(ticket);
        assertThat(Api.read(ticket).getString("status")).isEqualTo("closed");
    }

    @Test
    void whoever_writes_somebody_elses_number_gets_a_ticket_of_their_own_that_is_linked() {
        Event first = mail();
        publish(first);
        String ticket = opened(first).subject();
        String number = Api.read(ticket).getString("number");
        for (String threading : List.of("ticketNumber", "ticketId", "answersMailId")) {
            Object value =
                    threading.equals("ticketNumber") ? number : threading.equals("ticketId") ? ticket : id(first);
            String stranger = "stranger-" + UUID.randomUUID() + "@example.org";
            Event mail = mail().withData("from", Map.of("email", stranger)).withData(threading, value);
            publish(mail);

            String own = opened(mail).subject();

            assertThat(Api.read(own).getString("requester.email")).isEqualTo(stranger);
            assertThat(Api.get("/tickets/" + own + "/links").jsonPath().getList("items.kind"))
                    .isEqualTo(List.of("related"));
            assertThat(Api.get("/tickets/" + own + "/links").jsonPath().getString("items[0].other.id"))
                    .isEqualTo(ticket);
        }
        assertThat(comments(ticket)).isEmpty();
    }

    @Test
    void the_number_is_enough_for_the_requester_however_the_address_is_written() {
        Event first = mail();
        publish(first);
        String ticket = opened(first).subject();
        Event second = mail().withData("from", Map.of("email", writer.toUpperCase()))
                .withData("ticketNumber", Api.read(ticket).getString("number"));
        publish(second);

        assertThat(commented(second).subject()).isEqualTo(ticket);
    }

    @Test
    void the_address_of_the_profile_counts_where_the_ticket_has_none() {
        UUID customer = UUID.randomUUID();
        String email = "amara-" + customer + "@example.com";
        probe.publish("helpdesk.customer", Given.customer(customer));
        Awaitility.await().atMost(PATIENCE).until(() -> Database.count("known_customer where id = ?", customer) == 1);
        String ticket = Api.made(
                        "/tickets",
                        Map.of(
                                "subject",
                                "A call",
                                "description",
                                "It rang.",
                                "type",
                                "question",
                                "channel",
                                "phone",
                                "requester",
                                Map.of("customerId", customer)))
                .getString("id");
        Event mail = mail().withData("from", Map.of("email", email)).withData("ticketId", ticket);
        publish(mail);

        assertThat(commented(mail).subject()).isEqualTo(ticket);
    }

    @Test
    void numbers_and_ids_of_no_ticket_are_no_hindrance() {
        Event mail = mail().withData("ticketNumber", "HD-999999999")
                .withData("ticketId", UUID.randomUUID())
                .withData("answersMailId", UUID.randomUUID());
        publish(mail);

        assertThat(Api.get("/tickets/" + opened(mail).subject() + "/links")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_machine_that_answers_is_a_note_for_the_staff_and_opens_nothing() {
        Event first = mail();
        publish(first);
        String ticket = opened(first).subject();
        Api.resolved(ticket, Given.agent());
        Event away = mail().withData("kind", "auto_reply")
                .withData("ticketId", ticket)
                .withData("text", "I am away.");
        publish(away);
        publish(mail().withData("kind", "auto_reply").withData("ticketNumber", "HD-999999999"));
        awaitAllSoFar();

        assertThat(Api.read(ticket).getString("status")).isEqualTo("resolved");
        assertThat(comments(ticket)).hasSize(1);
        assertThat(comments(ticket).getFirst()).containsEntry("visibility", "internal");
        assertThat((String) comments(ticket).getFirst().get("body")).contains(writer, "I am away.");
        assertThat(tickets(writer)).containsExactly(ticket);
        Given.close(ticket);
        publish(away.again());
        awaitAllSoFar();
        assertThat(comments(ticket)).hasSize(1);
    }

    @Test
    void of_whom_nobody_reads_that_is_told() {
        Event mail = mail().withData("noReply", true);
        publish(mail);

        Event opened = opened(mail);

        Contracts.assertFits(opened);
        assertThat(opened.data().get("noReply").asBoolean()).isTrue();
    }

    @Test
    void the_least_that_a_mail_can_tell_and_the_most_become_tickets() {
        Event least = mail().withData("from", Map.of("email", writer))
                .withData("subject", "(no subject)")
                .withData("text", "[The mail has no text.]");
        ((ObjectNode) least.data()).remove(List.of("language", "messageId", "attachments"));
        publish(least);
        Event most = mail().withData("subject", "s".repeat(300)).withData("text", "\u20ac".repeat(60_100));
        publish(most);

        assertThat(Api.read(opened(least).subject()).getString("requester.name"))
                .isEqualTo(writer.substring(0, writer.indexOf('@')));
        assertThat(Api.read(opened(most).subject()).getString("description")).hasSize(60_100);
    }

    @Test
    void roles_decide_who_sees_the_mails_of_a_ticket() {
        String ticket = Api.openedId();
        assertThat(Api.as(Tokens.of("integration"))
                        .get("/api/v1/tickets/" + ticket + "/mails")
                        .statusCode())
                .isEqualTo(403);
        assertThat(Api.get("/tickets/" + ticket + "/mails").jsonPath().getList("items"))
                .isEmpty();
    }

    private Event mail() {
        UUID mail = UUID.randomUUID();
        return Contracts.sample("org.helpdesk.mail.received.v1")
                .again()
                .with("subject", key)
                .withData("mailId", mail)
                .withData("from", Map.of("name", "Amara Okafor", "email", writer));
    }

    private void publish(Event event) {
        probe.publish(TOPIC, event);
    }

    private Event opened(Event mail) {
        return told("opened", mail);
    }

    private Event commented(Event mail) {
        return told("commented", mail);
    }

    private Event told(String what, Event mail) {
        return probe.await(event -> event.type().equals("org.helpdesk.ticket." + what + ".v1")
                && id(mail).equals(event.data().path("mailId").asText()));
    }

    /** Events of one key keep their order. */
    private void awaitAllSoFar() {
        Event last = mail().withData("from", Map.of("email", "last-" + UUID.randomUUID() + "@example.org"));
        publish(last);
        opened(last);
    }

    private static String id(Event mail) {
        return mail.data().get("mailId").asText();
    }

    private static List<Map<String, Object>> comments(String ticket) {
        return Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items");
    }

    private static List<String> tickets(String email) {
        return Api.get("/tickets?email=" + email).jsonPath().getList("items.id");
    }
}
