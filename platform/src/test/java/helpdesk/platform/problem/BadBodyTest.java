package helpdesk.platform.problem;

import static helpdesk.platform.problem.Answers.NOTES;
import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.pointers;
import static helpdesk.platform.problem.Answers.post;
import static helpdesk.platform.problem.Answers.problem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad body is answered with a problem that says what is wrong and where, and nothing else. */
@QuarkusTest
@WithTestResource(RealParts.class)
class BadBodyTest {

    static Stream<Arguments> badBodies() {
        return Stream.of(
                Arguments.of("no JSON at all", "text", "malformed-json", null),
                Arguments.of("cut off", "{\"text\":\"a\"", "malformed-json", null),
                Arguments.of("cut off inside", "{\"text\":\"a\",\"people\":[{\"name\":", "malformed-json", null),
                Arguments.of("comment", "{\"text\":\"a\"/* */}", "malformed-json", null),
                Arguments.of("something behind it", "{\"text\":\"a\"} x", "malformed-json", null),
                Arguments.of("two values", "{\"text\":\"a\"}{\"text\":\"b\"}", "malformed-json", null),
                Arguments.of("the same key twice", "{\"text\":\"a\",\"text\":\"b\"}", "malformed-json", null),
                Arguments.of("nested too deep", "[".repeat(100_000), "invalid-request", ""),
                Arguments.of(
                        "nested too deep in a field",
                        "{\"custom\":{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}}",
                        "malformed-json",
                        null),
                Arguments.of("nothing", "", "invalid-request", ""),
                Arguments.of("blanks", "   ", "invalid-request", ""),
                Arguments.of("null", "null", "invalid-request", ""),
                Arguments.of("a list instead of an object", "[]", "invalid-request", ""),
                Arguments.of("a text instead of an object", "\"a\"", "invalid-request", ""),
                Arguments.of("unknown field", "{\"text\":\"a\",\"txet\":1}", "unknown-field", "/txet"),
                Arguments.of(
                        "unknown field inside",
                        "{\"people\":[{\"name\":\"a\",\"x\":1}]}",
                        "unknown-field",
                        "/people/0/x"),
                Arguments.of("number for a text", "{\"text\":1}", "invalid-request", "/text"),
                Arguments.of("truth for a text", "{\"text\":true}", "invalid-request", "/text"),
                Arguments.of("object for a text", "{\"text\":{}}", "invalid-request", "/text"),
                Arguments.of("text for a number", "{\"text\":\"a\",\"stars\":\"3\"}", "invalid-request", "/stars"),
                Arguments.of("fraction for a whole number", "{\"stars\":1.5}", "invalid-request", "/stars"),
                Arguments.of("number out of range", "{\"stars\":99999999999}", "invalid-request", "/stars"),
                Arguments.of("number far out of range", "{\"stars\":1e400}", "invalid-request", "/stars"),
                Arguments.of("number for a truth", "{\"pinned\":1}", "invalid-request", "/pinned"),
                Arguments.of("text for a truth", "{\"pinned\":\"true\"}", "invalid-request", "/pinned"),
                Arguments.of("unknown value of an enum", "{\"kind\":\"odd\"}", "invalid-request", "/kind"),
                Arguments.of("number for an enum", "{\"kind\":0}", "invalid-request", "/kind"),
                Arguments.of("no UUID", "{\"replyTo\":\"1234\"}", "invalid-request", "/replyTo"),
                Arguments.of("empty UUID", "{\"replyTo\":\"\"}", "invalid-request", "/replyTo"),
                Arguments.of("no time", "{\"remindAt\":\"tomorrow\"}", "invalid-request", "/remindAt"),
                Arguments.of("number for a time", "{\"remindAt\":12}", "invalid-request", "/remindAt"),
                Arguments.of("number in a text for a time", "{\"remindAt\":\"12\"}", "invalid-request", "/remindAt"),
                Arguments.of(
                        "time out of range",
                        "{\"remindAt\":\"+99999-01-01T00:00:00Z\"}",
                        "invalid-request",
                        "/remindAt"),
                Arguments.of(
                        "time without offset", "{\"remindAt\":\"2026-01-01T00:00\"}", "invalid-request", "/remindAt"),
                Arguments.of("empty time", "{\"remindAt\":\"\"}", "invalid-request", "/remindAt"),
                Arguments.of("object for a list", "{\"people\":{}}", "invalid-request", "/people"),
                Arguments.of("text for an object", "{\"people\":[\"a\"]}", "invalid-request", "/people/0"),
                Arguments.of("U+0000", "{\"text\":\"a\\u0000b\"}", "invalid-request", "/text"),
                Arguments.of(
                        "U+0000 inside", "{\"people\":[{\"name\":\"\\u0000\"}]}", "invalid-request", "/people/0/name"),
                Arguments.of("first half of a character", "{\"text\":\"a\\ud83d\"}", "invalid-request", "/text"),
                Arguments.of("second half of a character", "{\"text\":\"\\ude00a\"}", "invalid-request", "/text"),
                Arguments.of("blank text", "{\"text\":\" \"}", "invalid-request", "/text"),
                Arguments.of("missing text", "{}", "invalid-request", "/text"),
                Arguments.of("text too long", "{\"text\":\"" + "a".repeat(201) + "\"}", "invalid-request", "/text"),
                Arguments.of("too many stars", "{\"text\":\"a\",\"stars\":6}", "invalid-request", "/stars"),
                Arguments.of(
                        "blank name inside",
                        "{\"text\":\"a\",\"people\":[{\"name\":\"a\"},{\"name\":\"\"}]}",
                        "invalid-request",
                        "/people/1/name"),
                Arguments.of(
                        "no mail address",
                        "{\"text\":\"a\",\"people\":[{\"name\":\"a\",\"email\":\"a\"}]}",
                        "invalid-request",
                        "/people/0/email"),
                Arguments.of("null inside", "{\"text\":\"a\",\"tags\":[\"a\",null]}", "invalid-request", "/tags/1"),
                Arguments.of(
                        "too many people",
                        "{\"text\":\"a\",\"people\":[{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"},{\"name\":\"a\"}]}",
                        "invalid-request",
                        "/people"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badBodies")
    void a_bad_body_is_refused_with_what_is_wrong(String what, String body, String code, String pointer) {
        JsonPath problem = problem(post(NOTES, body), 400, code);
        if (pointer != null) {
            assertThat(pointers(problem)).contains(pointer);
            assertThat(problem.getList("errors.detail", String.class))
                    .allSatisfy(detail -> assertThat(detail).endsWith("."));
        }
    }

    @Test
    void bytes_that_are_no_utf_8_are_refused() {
        byte[] latin1 = "{\"text\":\"Grüße\"}".getBytes(StandardCharsets.ISO_8859_1);
        problem(postBytes(latin1), 400, "malformed-json");
    }

    @Test
    void bytes_that_look_like_another_encoding_are_refused() {
        byte[] zeros = {0, 0, 0, '{', 0, 0x7f, 0x7f, 0x7f};
        problem(postBytes(zeros), 400, "malformed-json");
    }

    @Test
    void all_faults_of_a_body_are_told_at_once() {
        JsonPath problem = problem(
                post(NOTES, "{\"text\":\"\",\"stars\":9,\"people\":[{\"name\":\"\"}]}"), 400, "invalid-request");
        assertThat(pointers(problem)).containsExactly("/people/0/name", "/stars", "/text");
        assertThat(problem.getList("errors.code")).containsExactly("not-blank", "max", "not-blank");
        assertThat(problem.getString("errors[2].detail")).isEqualTo("Write something.");
    }

    @Test
    void what_would_be_right_for_an_enum_is_told_in_names_of_the_wire() {
        assertThat(problem(post(NOTES, "{\"kind\":\"x\"}"), 400, "invalid-request")
                        .getString("errors[0].detail"))
                .isEqualTo("'x' is not one of plain, in_person.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "{\"a\":[\"x\\u0000\"]}", "{\"a\":\"\\ud83d\"}"})
    void a_character_that_the_database_cannot_keep_is_refused_wherever_it_hides(String custom) {
        problem(post(NOTES, "{\"text\":\"a\",\"custom\":" + custom + "}"), 400, "invalid-request");
    }

    @Test
    void faults_inside_a_list_body_are_told_by_their_place() {
        assertThat(pointers(
                        problem(post(NOTES + "/bulk", "[{\"text\":\"a\"},{\"text\":\"\"}]"), 400, "invalid-request")))
                .containsExactly("/1/text");
        assertThat(pointers(problem(
                        post(NOTES + "/bulk", "[{\"text\":\"a\"},{\"text\":\"b\"},{\"text\":\"c\"}]"),
                        400,
                        "invalid-request")))
                .containsExactly("");
    }

    @Test
    void an_optional_body_may_be_missing() {
        assertThat(agent().contentType("application/json")
                        .post(NOTES + "/optional")
                        .asString())
                .isEqualTo("\"none\"");
        assertThat(post(NOTES + "/optional", "{\"text\":\"a\"}").asString()).isEqualTo("\"some\"");
    }

    private static Response postBytes(byte[] body) {
        return agent().contentType("application/json")
                .body(new ByteArrayInputStream(body))
                .post(NOTES);
    }
}
