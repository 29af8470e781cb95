package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketPagingResourceTest {

    private static final int MANY = 45;

    private static final String MANY_TAG = "t" + UUID.randomUUID();

    private static List<String> many;

    private final String tag = "t" + UUID.randomUUID();

    @ParameterizedTest
    @ValueSource(strings = {"-updatedAt", "updatedAt", "-createdAt", "createdAt", "-number", "number"})
    void paging_finds_each_ticket_once_while_new_ones_come_in(String sort) {
        List<String> there = manyTickets();
        List<String> inOrder = sort.startsWith("-") ? there.reversed() : there;

        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            JsonPath page = page(sort, next).jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
            tagged(MANY_TAG);
        } while (next != null && seen.size() < 4 * MANY);

        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen.stream().filter(there::contains)).containsExactlyElementsOf(inOrder);
    }

    @Test
    void a_page_has_twenty_unless_told_otherwise_and_links_to_the_next() {
        Stream.generate(this::tagged).limit(21).forEach(id -> {});

        Response first = agent().get("/api/v1/tickets?tag=" + tag);
        assertThat(first.jsonPath().getList("items")).hasSize(20);
        String link = first.header("Link");
        assertThat(link).endsWith(">; rel=\"next\"");
        URI next = URI.create(link.substring(1, link.indexOf('>')));
        Response second = agent().urlEncodingEnabled(false).get(next.getRawPath() + "?" + next.getRawQuery());
        assertThat(second.jsonPath().getList("items")).hasSize(1);
        assertThat(second.header("Link")).isNull();
        assertThat(second.jsonPath().getMap("$")).doesNotContainKey("next");
        assertThat(agent().get("/api/v1/tickets?limit=100&tag=" + tag)
                        .jsonPath()
                        .getList("items"))
                .hasSize(21);
    }

    @Test
    void a_cursor_fits_only_the_list_it_came_from() {
        tagged();
        tagged();
        String cursor =
                agent().get("/api/v1/tickets?limit=1&tag=" + tag).jsonPath().getString("next");

        for (String other :
                List.of("tag=x", "tag=" + tag + "&sort=createdAt", "tag=" + tag + "&status=new", "q=fire")) {
            assertProblem(
                    agent().get("/api/v1/tickets?" + other + "&after=" + cursor), 400, "invalid-cursor", "?after");
        }
        assertProblem(agent().get("/api/v1/agents?after=" + cursor), 400, "invalid-cursor", "?after");
    }

    @Test
    void a_cursor_that_was_changed_is_refused() {
        tagged();
        tagged();
        String cursor =
                agent().get("/api/v1/tickets?limit=1&tag=" + tag).jsonPath().getString("next");

        for (int i = 0; i < cursor.length(); i += 7) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
            assertProblem(
                    agent().get("/api/v1/tickets?limit=1&tag=" + tag + "&after=" + changed),
                    400,
                    "invalid-cursor",
                    "?after");
        }
    }

    /** The same for each order, which they do not change. */
    private static synchronized List<String> manyTickets() {
        if (many == null) {
            many = Stream.generate(() -> tagged(MANY_TAG)).limit(MANY).toList();
        }
        return many;
    }

    private String tagged() {
        return tagged(tag);
    }

    private static String tagged(String tag) {
        return opened(ticket("tags", List.of(tag))).getString("id");
    }

    private static Response page(String sort, String after) {
        var request =
                agent().queryParam("tag", MANY_TAG).queryParam("sort", sort).queryParam("limit", 10);
        Response answer = (after == null ? request : request.queryParam("after", after)).get("/api/v1/tickets");
        answer.then().statusCode(200);
        return answer;
    }
}
