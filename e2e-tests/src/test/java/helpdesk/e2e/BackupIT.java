package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill: a backup of a helpdesk that goes on working, the loss of everything, and the helpdesk made from the backup. */
class BackupIT {

    private static final int NOTIFICATION_OFFSET = 4;
    private static final Duration LONG = Duration.ofSeconds(120);

    private final RunningStack stack = RunningStack.fresh();

    @TempDir
    private Path folder;

    @AfterEach
    void remove() {
        stack.remove();
    }

    @Test
    void what_was_backed_up_goes_on_after_the_loss_of_everything_and_nothing_happens_twice() throws Exception {
        stack.start();
        Api admin = Api.admin(stack);
        Api.Agent agent = admin.hire("Ines Duarte");
        String handled = open(admin);
        awaitAcknowledgement(admin, handled);
        JsonPath before = awaitCustomer(admin, handled);
        String cursor = endOfLog(admin);
        List<String> log = log(admin, handled);

        // Events that are on their way when the backup is made: one of the services does not take any.
        awaitQuiet("notification-service", NOTIFICATION_OFFSET);
        stack.signal("notification-service", "STOP");
        List<String> underWay = List.of(open(admin), open(admin), open(admin));
        List<String> meanwhile = new ArrayList<>();
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofVirtual().start(() -> {
            while (!enough.get()) {
                String ticket = open(admin);
                meanwhile.add(ticket);
                awaitCustomer(admin, ticket);
            }
        });
        Path backup = folder.resolve("backup");
        int made = stack.command("backup", backup.toString(), "--data", data()).exitValue();
        enough.set(true);
        writer.join();
        stack.signal("notification-service", "CONT");
        assertThat(made).as("see " + stack.output()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(backup.resolve("backup.json").toFile())
                        .path("events")
                        .asInt())
                .isGreaterThanOrEqualTo(underWay.size());

        stack.stop();
        assertThat(stack.command("reset", "--yes", "--data", data()).exitValue())
                .isZero();
        assertThat(stack.data()).doesNotExist();
        assertThat(stack.command("restore", backup.toString(), "--data", data()).exitValue())
                .isZero();
        stack.start();

        Api again = Api.admin(stack);
        JsonPath after = json(200, again.get("/api/v1/tickets/" + handled));
        assertThat(after.getString("number")).isEqualTo(before.getString("number"));
        assertThat(after.getString("requester.customerId")).isEqualTo(before.getString("requester.customerId"));
        underWay.forEach(ticket -> json(200, again.get("/api/v1/tickets/" + ticket)));
        // Tokens and cursors that were given out are good still.
        assertThat(agent.api().get("/api/v1/tickets/" + handled).statusCode()).isEqualTo(200);
        assertThat(log(again, handled)).isEqualTo(log);

        List<String> kept = new ArrayList<>(underWay);
        meanwhile.stream()
                .filter(ticket -> again.get("/api/v1/tickets/" + ticket).statusCode() == 200)
                .forEach(kept::add);
        kept.add(open(again));
        Awaitility.await("everything that was under way has its effect")
                .atMost(LONG)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(kept).allSatisfy(ticket -> assertThat(effects(again, ticket))
                        .as(ticket)
                        .containsExactly("acknowledged", "customer known", "in the log")));
        kept.add(handled);
        for (String ticket : kept) {
            assertThat(json(200, again.get("/api/v1/messages?ticketId=" + ticket))
                            .getList("items"))
                    .as("messages of " + ticket)
                    .hasSize(1);
            assertThat(log(again, ticket))
                    .filteredOn("org.helpdesk.ticket.opened.v1"::equals)
                    .hasSize(1);
            String email = json(200, again.get("/api/v1/tickets/" + ticket)).getString("requester.email");
            assertThat(json(200, again.get("/api/v1/customers?email=" + email)).getList("items"))
                    .hasSize(1);
        }
        assertThat(opened(again, cursor))
                .doesNotHaveDuplicates()
                .doesNotContain(handled)
                .containsAll(underWay);
    }

    @Test
    void what_is_no_backup_or_would_write_over_something_is_refused_with_a_sentence() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(stack.command("restore", empty.toString(), "--data", data()).exitValue())
                .isNotZero();
        assertThat(stack.command("backup", folder.resolve("new").toString(), "--data", data())
                        .exitValue())
                .isNotZero();
        Files.writeString(empty.resolve("backup.json"), """
                {"format":1,"madeAt":"2026-11-21T10:00:00Z","bytes":0,"events":0,"topics":{}}
                """);
        Files.writeString(stack.data().resolve("something"), "of somebody's");
        assertThat(stack.command("restore", empty.toString(), "--data", data()).exitValue())
                .isNotZero();
        assertThat(Files.readString(stack.output()))
                .contains("holds no whole backup", "No helpdesk is ready", "is not written over");
        assertThat(stack.data().resolve("something")).hasContent("of somebody's");
    }

    private String data() {
        return stack.data().toString();
    }

    private static String open(Api api) {
        String email = "backup-" + UUID.randomUUID() + "@example.org";
        return json(
                        201,
                        api.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject", "Keep me",
                                        "description", "Whatever happens.",
                                        "type", "question",
                                        "channel", "web",
                                        "requester", Map.of("email", email))))
                .getString("id");
    }

    private static JsonPath awaitCustomer(Api api, String ticket) {
        return api.await(
                LONG,
                "the customer is known",
                "/api/v1/tickets/" + ticket,
                body -> body.getString("requester.customerId") != null);
    }

    private static void awaitAcknowledgement(Api api, String ticket) {
        api.await(LONG, "it is acknowledged", "/api/v1/messages?ticketId=" + ticket, body -> !body.getList("items")
                .isEmpty());
    }

    /** What other services have done about a ticket. */
    private static List<String> effects(Api api, String ticket) {
        List<String> effects = new ArrayList<>();
        if (!json(200, api.get("/api/v1/messages?ticketId=" + ticket))
                .getList("items")
                .isEmpty()) {
            effects.add("acknowledged");
        }
        if (json(200, api.get("/api/v1/tickets/" + ticket)).getString("requester.customerId") != null) {
            effects.add("customer known");
        }
        if (log(api, ticket).contains("org.helpdesk.ticket.opened.v1")) {
            effects.add("in the log");
        }
        return effects;
    }

    private static List<String> log(Api api, String ticket) {
        return json(200, api.get("/api/v1/events?limit=100&subject=" + ticket)).getList("items.type");
    }

    /** The tickets that were opened since, as the log tells. */
    private static List<String> opened(Api api, String since) {
        List<String> opened = new ArrayList<>();
        String address = "/api/v1/events?limit=100&type=org.helpdesk.ticket.opened.v1&after=";
        JsonPath page = json(200, api.get(address + since));
        while (!page.getList("items").isEmpty()) {
            opened.addAll(page.getList("items.subject"));
            page = json(200, api.get(address + page.getString("next")));
        }
        return opened;
    }

    private static String endOfLog(Api api) {
        JsonPath page = json(200, api.get("/api/v1/events?limit=100"));
        while (!page.getList("items").isEmpty()) {
            page = json(200, api.get("/api/v1/events?limit=100&after=" + page.getString("next")));
        }
        return page.getString("next");
    }

    /** Nothing waits to be published, so nothing is being written either. */
    private void awaitQuiet(String service, int offset) {
        String metrics = "http://localhost:" + (stack.port() + offset) + "/q/metrics";
        Awaitility.await(service + " has nothing to publish")
                .atMost(Api.PATIENCE)
                .until(() -> given().get(metrics)
                        .asString()
                        .lines()
                        .anyMatch(line -> line.startsWith("helpdesk_outbox_waiting") && line.endsWith(" 0.0")));
    }
}
