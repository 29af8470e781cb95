package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code ./helpdesk load} writes is what the services would have written, as far as they can tell. */
class LoadIT {

    private static RunningStack stack;
    private static Api admin;

    @BeforeAll
    static void load() {
        stack = RunningStack.shared();
        admin = Api.admin(stack);
        assertThat(stack.command(
                                "load",
                                "--tickets",
                                "2000",
                                "--data",
                                stack.data().toString())
                        .exitValue())
                .isZero();
    }

    @Test
    void every_word_of_a_loaded_ticket_finds_it_and_all_together() {
        List<Map<String, Object>> tickets =
                json(200, admin.get("/api/v1/tickets?limit=100&sort=createdAt")).getList("items");

        assertThat(tickets).hasSize(100);
        for (Map<String, Object> ticket : tickets.subList(0, 40)) {
            List<String> words = Arrays.stream(ticket.get("subject").toString().split("[^\\p{L}\\p{M}\\p{N}-]+"))
                    .filter(word -> word.length() > 1)
                    .limit(4)
                    .toList();
            assertFindsOnly(ticket, ticket.get("number") + " " + String.join(" ", words));
            assertFindsOnly(ticket, ticket.get("number") + " \"" + ticket.get("subject") + "\"");
        }
    }

    private static void assertFindsOnly(Map<String, Object> ticket, String query) {
        JsonPath found = json(200, admin.get("/api/v1/tickets?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
        assertThat(found.getList("items.number")).as(query).containsExactly(ticket.get("number"));
    }

    @Test
    void loaded_tickets_can_be_worked_on() {
        String id = json(200, admin.get("/api/v1/tickets?status=open&limit=1&sort=createdAt"))
                .getString("items[0].id");

        JsonPath changed =
                json(200, admin.patch("/api/v1/tickets/" + id, Map.of("priority", "urgent", "subject", "zzyzx")));

        assertThat(changed.getString("priority")).isEqualTo("urgent");
        assertThat(json(200, admin.get("/api/v1/tickets?q=zzyzx")).getList("items.id"))
                .containsExactly(id);
    }

    @Test
    void what_people_ask_all_day_is_measured() {
        assertThat(stack.command(
                                "measure",
                                "--rounds",
                                "10",
                                "--data",
                                stack.data().toString())
                        .exitValue())
                .isZero();
        assertThat(stack.output()).content().contains("milliseconds", "search one word", "counts of all views");
    }
}
