package helpdesk.notification.mailbox;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.mailbox.Draft.file;
import static helpdesk.notification.mailbox.Draft.plain;
import static helpdesk.notification.mailbox.Mails.read;
import static helpdesk.notification.mailbox.Mails.redeliver;
import static helpdesk.notification.mailbox.Mails.send;
import static helpdesk.notification.mailbox.Mails.sent;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class MailResourceTest {

    @Test
    void a_mail_that_is_handed_in_twice_is_taken_once() {
        byte[] mail = Draft.usual().body("Hello");

        Response first = send(mail);
        first.then().statusCode(201).body("state", equalTo("received")).body("text", equalTo("Hello"));
        String id = first.path("id");
        assertThat(first.header("Location")).endsWith("/api/v1/mails/" + id);

        send(mail).then().statusCode(200).body("id", equalTo(id));
        send(EncodingCases.bare(mail)).then().statusCode(200).body("id", equalTo(id));
        byte[] byAnotherServer = Draft.joined("Received: from mx2\r\n".getBytes(StandardCharsets.US_ASCII), mail);
        send(byAnotherServer).then().statusCode(200).body("id", equalTo(id));
    }

    @Test
    void a_message_id_that_a_program_uses_again_loses_no_mail() {
        Draft draft = Draft.usual();
        String first = sent(draft.body("One")).getString("id");

        JsonPath later =
                sent(draft.with("Date", "Tue, 13 Oct 2026 15:00:09 +0000").body("Two"));
        assertThat(later.getString("id")).isNotEqualTo(first);
        assertThat(later.getString("state")).isEqualTo("received");
    }

    @Test
    void a_mail_that_comes_another_way_and_says_more_is_kept_and_taken_when_somebody_wants_it() {
        Draft draft = Draft.usual();
        String first = sent(draft.body("One")).getString("id");

        JsonPath copy = sent(draft.with("Subject", "[list] The lamp flickers").body("One\n-- \nOf a list"));
        assertThat(copy.getString("id")).isNotEqualTo(first);
        assertThat(copy.getString("state")).isEqualTo("duplicate");
        assertThat(copy.getString("reason")).contains("Message-ID");
        assertThat(sent(draft.with("From", "other@example.org").body("One")).getString("state"))
                .isEqualTo("received");

        redeliver("supervisor", copy.getString("id")).then().statusCode(202);
        assertThat(read(copy.getString("id")).getString("state")).isEqualTo("received");
    }

    @Test
    void of_copies_that_come_at_once_one_is_taken() throws Exception {
        Draft draft = Draft.usual().without("Date");
        List<Callable<String>> copies = IntStream.range(0, 8)
                .mapToObj(number -> draft.body("Copy " + number))
                .map(mail -> (Callable<String>) () -> sent(mail).getString("state"))
                .toList();
        List<String> states = new ArrayList<>();
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            for (Future<String> state : senders.invokeAll(copies)) {
                states.add(state.get());
            }
        }
        assertThat(states).containsOnlyOnce("received").contains("duplicate");
        assertThat(states).allMatch(state -> List.of("received", "duplicate").contains(state));
    }

    @Test
    void an_empty_body_is_no_mail_and_nothing_but_mail_is_taken() {
        send(new byte[0]).then().statusCode(400);
        as("integration")
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/mails")
                .then()
                .statusCode(415);
    }

    @Test
    void a_mail_larger_than_25_megabytes_is_refused_and_one_that_is_not_is_taken() throws IOException {
        byte[] large = Draft.usual().body("x".repeat(10_000_000));
        JsonPath taken = sent(large);
        assertThat(taken.getInt("size")).isEqualTo(large.length);
        assertThat(taken.getString("text")).hasSize(500_000);
        assertThat(as("supervisor")
                        .get("/api/v1/mails/{id}/raw", taken.getString("id"))
                        .asByteArray())
                .isEqualTo(large);

        assertThat(announced(25 * 1024 * 1024 + 1)).startsWith("HTTP/1.1 413");
    }

    /** What is answered to who announces a mail of this size. */
    private static String announced(int size) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST /api/v1/mails HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + Tokens.of("admin") + "\r\nContent-Type: message/rfc822\r\nContent-Length: " + size
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void the_mail_as_it_came_and_its_files_are_downloads_that_do_nothing() {
        byte[] mail = Draft.usual()
                .parts(
                        "mixed",
                        plain("Hello"),
                        file(
                                "text/plain",
                                "attachment; filename*=utf-8''L%C3%A4mpchen.txt",
                                "lamp".getBytes(StandardCharsets.UTF_8)),
                        file(
                                "image/svg+xml",
                                "attachment; filename=lamp.svg",
                                "<svg onload=\"x()\"/>".getBytes(StandardCharsets.UTF_8)));
        JsonPath taken = sent(mail);
        assertThat(taken.getList("attachments.harmful")).isEqualTo(List.of(false, true));

        Response text = as("supervisor").get(taken.getString("attachments[0].href"));
        text.then().statusCode(200);
        assertThat(text.asString()).isEqualTo("lamp");
        assertThat(text.contentType()).startsWith("text/plain");
        assertThat(text.header("Content-Disposition")).isEqualTo("attachment; filename*=UTF-8''L%C3%A4mpchen.txt");
        assertThat(text.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(text.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        Response picture = as("supervisor").get(taken.getString("attachments[1].href"));
        assertThat(picture.contentType()).isEqualTo("application/octet-stream");
        Response raw = as("supervisor").get("/api/v1/mails/{id}/raw", taken.getString("id"));
        assertThat(raw.asByteArray()).isEqualTo(mail);
        assertThat(raw.contentType()).isEqualTo("message/rfc822");
        assertThat(raw.header("X-Content-Type-Options")).isEqualTo("nosniff");
        as("supervisor")
                .get("/api/v1/mails/{id}/attachments/3", taken.getString("id"))
                .then()
                .statusCode(404)
                .body("code", equalTo("mail-attachment-not-found"));
    }

    @Test
    void what_was_taken_for_a_loop_is_taken_in_all_the_same() {
        String id =
                sent(Draft.usual().with("X-Helpdesk-Loop", "x").body("Hello")).getString("id");
        assertThat(read(id).getString("state")).isEqualTo("loop");

        redeliver("supervisor", id).then().statusCode(202).body("state", equalTo("received"));

        assertThat(read(id).getString("reason")).isNull();
        redeliver("supervisor", id).then().statusCode(409).body("code", equalTo("mail-taken"));
    }

    @Test
    void what_nobody_can_answer_stays_and_says_why() {
        String id = sent(Draft.usual().without("From").body("Hello")).getString("id");

        redeliver("supervisor", id).then().statusCode(202).body("state", equalTo("unparsable"));

        assertThat(read(id).getString("reason")).contains("nobody can be answered");
    }

    @Test
    void lists_go_by_state_sender_and_ticket() {
        Draft draft = Draft.usual().line("Auto-Submitted: auto-replied");
        String id = sent(draft.body("Away")).getString("id");

        as("supervisor")
                .get("/api/v1/mails?state=auto_reply,loop")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
        as("supervisor").get("/api/v1/mails?state=received").then().body("items.id", not(hasItem(id)));
        JsonPath byWriter =
                as("supervisor").get("/api/v1/mails?from=" + draft.sender()).jsonPath();
        assertThat(byWriter.getList("items.id")).isEqualTo(List.of(id));
        assertThat(byWriter.getString("items[0].text")).isNull();
        as("supervisor").get("/api/v1/mails?state=x").then().statusCode(400);
        JsonPath page = as("supervisor").get("/api/v1/mails?limit=1").jsonPath();
        as("supervisor")
                .get("/api/v1/mails?limit=1&after=" + page.getString("next"))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(page.getString("items[0].id"))));
    }

    @Test
    void agents_see_what_is_part_of_a_ticket() {
        String id = sent(Draft.usual().body("Hello")).getString("id");
        as("agent").get("/api/v1/mails/{id}", id).then().statusCode(404).body("code", equalTo("mail-not-found"));
        as("agent").get("/api/v1/mails").then().body("items.id", not(hasItem(id)));

        UUID ticket = UUID.randomUUID();
        Database.execute("update mail set ticket_id = ? where id = ?", ticket, UUID.fromString(id));

        as("agent").get("/api/v1/mails/{id}", id).then().statusCode(200);
        as("agent").get("/api/v1/mails?ticketId=" + ticket).then().body("items.id", hasItem(id));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,,admin supervisor agent",
        "POST,,admin integration",
        "GET,/{id},admin supervisor agent",
        "GET,/{id}/raw,admin supervisor",
        "GET,/{id}/attachments/1,admin supervisor agent",
        "POST,/{id}/redeliveries,admin supervisor",
    })
    void each_operation_is_for_its_roles(String method, String path, String roles) {
        String address = "/api/v1/mails"
                + (path == null ? "" : path.replace("{id}", UUID.randomUUID().toString()));
        for (String role : List.of("admin", "supervisor", "agent", "integration", "customer")) {
            int status = as(role).contentType(path == null ? "message/rfc822" : "application/json")
                    .request(method, address)
                    .statusCode();
            assertThat(status == 403)
                    .as("%s %s as %s: %d", method, address, role, status)
                    .isNotEqualTo(roles.contains(role));
        }
        assertThat(given().request(method, address).statusCode()).isIn(401, 415);
    }
}
