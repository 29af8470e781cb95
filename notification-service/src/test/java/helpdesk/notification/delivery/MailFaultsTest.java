package helpdesk.notification.delivery;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.delivery.Notices.outcomes;
import static helpdesk.notification.delivery.Notices.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.notification.delivery.FaultySmtp.Manner;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the mail server does: nothing is lost, and nothing goes twice but where nobody can know. */
@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(SendingProfile.class)
class MailFaultsTest {

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final String address = Notices.address();
    private FaultySmtp server;

    @AfterEach
    void close() {
        if (server != null) {
            server.close();
        }
        probe.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Manner.class,
            names = {"SILENT_GREETING", "GARBAGE", "SLOW", "GREYLISTING", "SILENT_AT_DATA", "BUSY_AFTER_DOT"})
    void what_it_has_not_taken_goes_another_time_and_once(Manner manner) {
        server = FaultySmtp.open(manner, Manner.PROPER);
        String id = tell(probe, address);

        JsonPath sent = Notices.await(id, "sent");
        assertThat(outcomes(sent)).containsExactly("failed", "delivered");
        assertThat(server.taken(address)).hasSize(1);
        assertThat(Database.count("queued_message where message_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void a_server_that_is_away_gets_it_when_it_is_back() {
        String id = tell(probe, address);
        Notices.await(id, message -> outcomes(message).size() >= 2);
        server = FaultySmtp.open(Manner.PROPER);
        JsonPath sent = Notices.await(id, "sent");
        assertThat(outcomes(sent).subList(0, outcomes(sent).size() - 1)).containsOnly("failed");
        assertThat(server.taken(address)).hasSize(1);
    }

    /** A small mail leaves us together with its end: whether the server read that, nobody knows. */
    @Test
    void a_server_that_goes_in_the_midst_leaves_a_doubt() {
        server = FaultySmtp.open(Manner.GONE_IN_CONTENT, Manner.PROPER);
        JsonPath sent = Notices.await(tell(probe, address), "sent");
        assertThat(outcomes(sent)).containsExactly("uncertain", "delivered");
        assertThat(server.taken(address)).hasSize(1);
    }

    @Test
    void a_recipient_that_there_is_not_is_told_nothing_any_more() {
        server = FaultySmtp.open(Manner.NO_SUCH_USER);
        String id = tell(probe, "address", Map.of("email", address));

        JsonPath failed = Notices.await(id, "failed");
        assertThat(failed.getList("attempts.detail")).isEqualTo(List.of("550 5.1.1 <…>: no such user"));
        Event told = probe.await("org.helpdesk.message.failed.v1", id);
        Contracts.assertFits(told);
        assertThat(told.data().toString()).contains("5.1.1").doesNotContain(address);

        JsonPath next = Notices.await(tell(probe, "address", Map.of("email", address)), "failed");
        assertThat(next.getString("attempts[0].detail")).startsWith("Nothing arrives at this address");
        String inside = tell(probe, address);
        assertThat(Notices.read(inside).getString("channel")).isEqualTo("in_app");
        assertThat(server.taken(address)).isEmpty();

        as("supervisor")
                .post("/api/v1/messages/{id}/redeliveries", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("recipient-dead"));
        removeDead();
        server.close();
        server = FaultySmtp.open(Manner.PROPER);
        as("supervisor").post("/api/v1/messages/{id}/redeliveries", id).then().statusCode(202);
        Notices.await(id, "sent");
        assertThat(server.taken(address)).hasSize(1);
        as("supervisor")
                .post("/api/v1/messages/{id}/redeliveries", id)
                .then()
                .statusCode(409)
                .body("code", equalTo("message-not-failed"));
        as("agent").post("/api/v1/messages/{id}/redeliveries", id).then().statusCode(403);
    }

    private void removeDead() {
        JsonPath dead = as("agent")
                .queryParam("recipient", address)
                .get("/api/v1/dead-recipients")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(dead.getList("items.status")).isEqualTo(List.of("5.1.1"));
        String path = "/api/v1/dead-recipients/" + dead.getString("items[0].id");
        as("agent").delete(path).then().statusCode(428);
        as("agent").header("If-Match", "\"7\"").delete(path).then().statusCode(412);
        String tag = as("agent").get(path).then().statusCode(200).extract().header("ETag");
        as("agent").header("If-Match", tag).delete(path).then().statusCode(204);
        as("agent").get(path).then().statusCode(404).body("code", equalTo("dead-recipient-not-found"));
    }

    @Test
    void what_may_have_arrived_goes_a_second_time_with_the_same_id() {
        server = FaultySmtp.open(Manner.GONE_AFTER_DOT, Manner.PROPER);
        JsonPath sent = Notices.await(tell(probe, address), "sent");

        assertThat(outcomes(sent)).containsExactly("uncertain", "delivered");
        assertThat(server.taken(address)).hasSize(2);
        assertThat(messageIds()).hasSize(1);
    }

    @Test
    void what_may_have_arrived_twice_does_not_go_again() {
        server = FaultySmtp.open(Manner.GONE_AFTER_DOT);
        String id = tell(probe, address);
        JsonPath left = Notices.await(id, "uncertain");

        assertThat(outcomes(left)).containsExactly("uncertain", "uncertain");
        assertThat(server.taken(address)).hasSize(2);
        assertThat(messageIds()).hasSize(1);
        Contracts.assertFits(probe.await("org.helpdesk.message.failed.v1", id));
        assertThat(Database.count("queued_message where message_id = ?::uuid", id))
                .isZero();
    }

    @Test
    void a_process_that_was_killed_while_the_server_had_it_leaves_a_doubt() {
        String id = tell(probe, address);
        Notices.await(id, message -> !outcomes(message).isEmpty());
        kill(id);
        Notices.await(id, message -> outcomes(message).contains("uncertain"));
        server = FaultySmtp.open(Manner.PROPER);
        Notices.await(id, "sent");
        assertThat(server.taken(address)).hasSize(1);
    }

    @Test
    void a_process_that_was_killed_twice_leaves_it_to_people() {
        String id = tell(probe, address);
        Notices.await(id, message -> !outcomes(message).isEmpty());
        kill(id);
        Notices.await(id, message -> outcomes(message).contains("uncertain"));
        kill(id);
        Notices.await(id, "uncertain");
    }

    /** As if a process had ended between its note that it begins and what came of it, and its time had run out. */
    private static void kill(String id) {
        Awaitility.await().atMost(Notices.PATIENCE).until(() -> Database.execute("""
                update queued_message set begun_at = now(), leased_until = now() - interval '1 second',
                    due_at = now() - interval '1 second'
                where message_id = ?::uuid and leased_until is null""", id) == 1);
    }

    @Test
    void others_do_not_wait_for_a_server_that_hangs() {
        server = FaultySmtp.open(Manner.SILENT_GREETING);
        String mail = tell(probe, address);
        try (SmsProvider provider = SmsProvider.open(200)) {
            String sms = tell(probe, Map.of("phone", "+447700900110"));
            assertThat(outcomes(Notices.await(sms, "sent"))).containsExactly("delivered");
            assertThat(provider.requests(sms)).hasSize(1);
        }
        assertThat(Notices.read(mail).getString("state")).isEqualTo("queued");
        String inside = tell(probe, "agent", Map.of("agentId", UUID.randomUUID(), "name", "Daniel"));
        assertThat(Notices.read(inside).getString("state")).isEqualTo("sent");
    }

    private List<String> messageIds() {
        return server.taken(address).stream()
                .flatMap(String::lines)
                .filter(line -> line.startsWith("Message-ID:"))
                .distinct()
                .toList();
    }
}
