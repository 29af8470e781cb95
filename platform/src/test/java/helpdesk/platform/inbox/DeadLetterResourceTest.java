package helpdesk.platform.inbox;

import static helpdesk.platform.problem.Answers.pointers;
import static helpdesk.platform.problem.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.platform.note.Effects;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an operator can do about events that a service could not handle. */
@QuarkusTest
@WithTestResource(RealParts.class)
class DeadLetterResourceTest {

    private static final String LETTERS = "/api/v1/services/platform-test/dead-letters";

    private final String subject = "letter-" + UUID.randomUUID();

    @Inject
    Effects effects;

    @Test
    void a_letter_is_listed_until_it_is_redelivered_which_has_one_effect() {
        Event event = letter(subject);
        JsonPath listed = find(event);
        assertThat(listed.getString("consumer")).isEqualTo("platform-test.inbound");
        assertThat(listed.getString("cause")).isEqualTo("not today");
        assertThat(listed.getString("headers.ce_id")).isEqualTo(event.id());
        String id = listed.getString("id");

        effects.before(subject, ignored -> {});
        for (int i = 0; i < 2; i++) {
            Response answer = admin().post(LETTERS + "/" + id + "/redelivery");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.jsonPath().getString("redeliveredAt")).isNotNull();
        }
        assertThat(effects.count(event.id())).isOne();
        assertThat(all()).extracting(letter -> letter.getString("id")).doesNotContain(id);
    }

    @Test
    void one_that_fails_again_stays_and_says_so_without_the_machinery() {
        Event event = letter(subject);
        String path = LETTERS + "/" + find(event).getString("id") + "/redelivery";
        problem(admin().post(path), 409, "conflict");
        effects.before(subject, ignored -> {
            throw new PoisonException("It lacks a name");
        });
        assertThat(problem(admin().post(path), 409, "conflict").getString("detail"))
                .isEqualTo("It failed again: It lacks a name");
        assertThat(find(event)).isNotNull();
        assertThat(effects.count(event.id())).isZero();
    }

    @Test
    void a_letter_of_a_consumer_that_is_gone_can_only_be_read() {
        Event event = letter(subject);
        String id = find(event).getString("id");
        Database.execute("update dead_letter set consumer = 'gone' where id = ?::uuid", id);
        problem(admin().post(LETTERS + "/" + id + "/redelivery"), 409, "conflict");
        Database.execute("delete from dead_letter where id = ?::uuid", id);
    }

    @Test
    void the_list_is_paged_oldest_first() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(find(letter(subject + i)).getString("id"));
        }
        List<String> paged = new ArrayList<>();
        String next = LETTERS + "?limit=2";
        while (next != null) {
            Response page = admin().get(next);
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.jsonPath().getList("items")).hasSizeBetween(1, 2);
            paged.addAll(page.jsonPath().getList("items.id", String.class));
            String link = page.header("Link");
            assertThat(link == null).isEqualTo(page.jsonPath().getString("next") == null);
            next = link == null ? null : link.substring(1, link.indexOf('>'));
        }
        assertThat(paged).doesNotHaveDuplicates().isSorted().containsSubsequence(ids);
        assertThat(pointers(problem(admin().get(LETTERS + "?after=nonsense"), 400, "invalid-cursor")))
                .containsExactly("?after");
    }

    @Test
    void only_administrators_see_them_and_only_those_of_this_service() {
        problem(given().get(LETTERS), 401, "unauthenticated");
        for (String role : new String[] {"supervisor", "agent", "integration", "customer"}) {
            problem(given().auth().oauth2(Tokens.of(role)).get(LETTERS), 403, "forbidden");
            problem(
                    given().auth().oauth2(Tokens.of(role)).post(LETTERS + "/" + UUID.randomUUID() + "/redelivery"),
                    403,
                    "forbidden");
        }
        problem(admin().get("/api/v1/services/another-service/dead-letters"), 404, "not-found");
        problem(admin().post(LETTERS + "/" + UUID.randomUUID() + "/redelivery"), 404, "not-found");
        problem(admin().post(LETTERS + "/nonsense/redelivery"), 404, "not-found");
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin")).urlEncodingEnabled(false);
    }

    /** Makes a letter of an event of the subject. */
    private Event letter(String ofSubject) {
        effects.before(ofSubject, ignored -> {
            throw new IllegalStateException("not today");
        });
        Event event = Events.of(ofSubject);
        try (EventProbe probe = EventProbe.on(Events.TOPIC)) {
            probe.publish(Events.TOPIC, event);
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("dead_letter where record_headers->>'ce_id' = ?", event.id()) == 1);
        return event;
    }

    private static JsonPath find(Event event) {
        return all().stream()
                .filter(letter -> event.id().equals(letter.getString("headers.ce_id")))
                .findAny()
                .orElseThrow();
    }

    private static List<JsonPath> all() {
        List<JsonPath> letters = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page = admin().get(LETTERS + "?limit=100" + next).jsonPath();
            for (int i = 0; i < page.getList("items").size(); i++) {
                letters.add(new JsonPath(page.prettify()).setRootPath("items[" + i + "]"));
            }
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }
        return letters;
    }
}
