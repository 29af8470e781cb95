package helpdesk.platform.paging;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.pointers;
import static helpdesk.platform.problem.Answers.post;
import static helpdesk.platform.problem.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PagingTest {

    @Test
    void one_can_leaf_through_a_list_while_it_grows() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            written.add(write());
        }
        List<String> seen = new ArrayList<>();
        String next = NOTES + "?limit=2";
        for (int i = 0; i < 3; i++) {
            Response page = agent().get(next);
            seen.addAll(page.jsonPath().getList("items.id", String.class));
            assertThat(page.header("Link"))
                    .startsWith("<" + NOTES + "?")
                    .contains("limit=2")
                    .endsWith(">; rel=\"next\"");
            next = page.header("Link").substring(1, page.header("Link").indexOf('>'));
            write();
        }
        assertThat(seen).doesNotHaveDuplicates().startsWith(written.reversed().toArray(String[]::new));
    }

    @Test
    void the_last_page_has_no_next_one() {
        write();
        Response page = agent().get(NOTES + "?limit=100");
        while (page.jsonPath().getString("next") != null) {
            page = agent().get(NOTES + "?limit=100&after=" + page.jsonPath().getString("next"));
        }
        assertThat(page.header("Link")).isNull();
        assertThat(page.asString()).doesNotContain("\"next\"", "\"total\"");
    }

    @Test
    void a_page_has_twenty_items_unless_one_asks_for_fewer_or_more() {
        for (int i = 0; i < 21; i++) {
            write();
        }
        assertThat(agent().get(NOTES).jsonPath().getList("items")).hasSize(20);
        assertThat(agent().get(NOTES + "?limit=21").jsonPath().getList("items")).hasSize(21);
    }

    @Test
    void a_cursor_is_good_for_the_list_it_came_from_only() {
        write();
        write();
        String cursor = agent().get(NOTES + "?limit=1").jsonPath().getString("next");
        assertThat(pointers(problem(agent().get(NOTES + "?limit=1&kind=PLAIN&after=" + cursor), 400, "invalid-cursor")))
                .containsExactly("?after");
    }

    private static String write() {
        return post(NOTES, "{\"text\":\"page\"}").jsonPath().getString("id");
    }
}
