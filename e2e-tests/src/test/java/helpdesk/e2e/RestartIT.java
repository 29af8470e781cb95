package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Stopped and started again, everything is still there; and what cannot be is said. */
class RestartIT {

    @Test
    void everything_is_still_there_after_a_stop_and_a_start() {
        RunningStack stack = RunningStack.shared();
        Api admin = Api.admin(stack);
        String email = "restart-" + UUID.randomUUID() + "@example.org";
        String id = json(
                        201,
                        admin.post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject", "Remember me",
                                        "description", "After the restart.",
                                        "type", "question",
                                        "channel", "web",
                                        "requester", Map.of("email", email))))
                .getString("id");
        admin.await("it is taken care of", "/api/v1/messages?ticketId=" + id, body -> !body.getList("items")
                .isEmpty());
        JsonPath before = admin.await(
                "the customer is known",
                "/api/v1/tickets/" + id,
                body -> body.getString("requester.customerId") != null);

        assertThat(stack.stop()).isZero();
        stack.start();

        Api again = Api.admin(stack);
        JsonPath after = json(200, again.get("/api/v1/tickets/" + id));
        assertThat(after.getString("number")).isEqualTo(before.getString("number"));
        assertThat(after.getString("requester.customerId")).isEqualTo(before.getString("requester.customerId"));
        assertThat(json(200, again.get("/api/v1/customers?email=" + email)).getList("items"))
                .hasSize(1);
        assertThat(json(200, again.get("/api/v1/messages?ticketId=" + id)).getList("items"))
                .hasSize(1);
        assertThat(json(200, again.get("/api/v1/events?limit=100&subject=" + id))
                        .<String>getList("items.type"))
                .contains("org.helpdesk.ticket.opened.v1");
        again.hire("Somebody new after the restart");
    }

    @Test
    void a_second_start_on_the_same_data_is_refused_with_a_sentence() throws Exception {
        RunningStack stack = RunningStack.shared();
        Process second =
                stack.command("up", "--data", stack.data().toString(), "--port", Integer.toString(stack.port() + 20));
        assertThat(second.exitValue()).isNotZero();
        assertThat(lastLines(stack)).anySatisfy(line -> assertThat(line).contains("./helpdesk"));
        assertThat(stack.command("status", "--data", stack.data().toString()).exitValue())
                .isZero();
    }

    private static List<String> lastLines(RunningStack stack) throws Exception {
        List<String> lines = Files.readAllLines(stack.output());
        return lines.subList(Math.max(0, lines.size() - 6), lines.size());
    }
}
