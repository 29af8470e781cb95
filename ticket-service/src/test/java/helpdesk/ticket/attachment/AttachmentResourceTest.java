package helpdesk.ticket.attachment;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.openedId;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** SampleFiles: received, looked at, kept, handed out. */
@QuarkusTest
@WithTestResource(RealParts.class)
class AttachmentResourceTest {

    private static final String AGENT = Tokens.of("agent");

    private String ticket;

    @BeforeEach
    void open() {
        ticket = openedId();
    }

    @Test
    void a_file_goes_in_and_comes_out_as_it_was() {
        byte[] picture = SampleFiles.png(700_000);

        Response sent = Api.upload(AGENT, ticket, "Grüße aus Алматы.png", picture);

        sent.then().statusCode(201);
        assertThat(sent.jsonPath().getString("mediaType")).isEqualTo("image/png");
        assertThat(sent.jsonPath().getLong("size")).isEqualTo(picture.length);
        assertThat(sent.jsonPath().getString("visibility")).isEqualTo("internal");
        Response download = agent().get(sent.header("Location") + "/content");
        download.then().statusCode(200);
        assertThat(download.asByteArray()).isEqualTo(picture);
        assertThat(download.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("Gr%C3%BC%C3%9Fe%20aus%20");
        assertThat(download.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.header("Content-Security-Policy")).contains("sandbox");
        assertThat(download.contentType()).isEqualTo("image/png");
        agent().header("If-None-Match", download.header("ETag"))
                .get(sent.header("Location") + "/content")
                .then()
                .statusCode(304);
    }

    @Test
    void a_comment_names_files_which_are_its_own_from_then_on() {
        String first = uploaded("first.txt");
        String second = uploaded("second.txt");

        JsonPath comment = Api.made(
                "/tickets/" + ticket + "/comments",
                Map.of("body", "See these", "attachmentIds", List.of(first, second)));

        assertThat(comment.getList("attachments.name")).containsExactly("first.txt", "second.txt");
        assertThat(comment.getList("attachments.visibility")).containsExactly("public", "public");
        assertThat(Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items[0].attachments.id"))
                .containsExactly(first, second);
        assertProblem(
                Api.comment(AGENT, ticket, Map.of("body", "Again", "attachmentIds", List.of(first))),
                422,
                "attachment-unknown",
                "/attachmentIds");
        assertThat(Api.get("/tickets/" + ticket + "/comments").jsonPath().getList("items"))
                .hasSize(1);
        assertProblem(remove(first), 409, "attachment-in-use");
    }

    @Test
    void a_file_of_another_ticket_is_none_of_this_one() {
        String file = uploaded("mine.txt");
        String other = openedId();

        assertProblem(Api.get("/tickets/" + other + "/attachments/" + file), 404, "attachment-not-found");
        assertProblem(Api.get("/tickets/" + other + "/attachments/" + file + "/content"), 404, "attachment-not-found");
        assertProblem(
                Api.comment(AGENT, other, Map.of("body", "See", "attachmentIds", List.of(file))),
                422,
                "attachment-unknown");
    }

    @Test
    void the_same_file_sent_again_is_kept_once_and_can_be_taken_away() {
        String file = uploaded("twice.txt");

        assertThat(uploaded("twice.txt")).isEqualTo(file);
        assertThat(Api.get("/tickets/" + ticket + "/attachments").jsonPath().getList("items"))
                .hasSize(1);
        assertProblem(
                agent().delete("/api/v1/tickets/" + ticket + "/attachments/" + file), 428, "precondition-required");
        remove(file).then().statusCode(204);
        assertProblem(Api.get("/tickets/" + ticket + "/attachments/" + file), 404, "attachment-not-found");
        assertThat(Database.count("attachment_part where attachment_id = ?", UUID.fromString(file)))
                .isZero();
        assertThat(Api.get("/tickets/" + ticket + "/history").jsonPath().getList("items.field"))
                .endsWith("attachment", "attachment");
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a program", "setup.exe", "MZ\u0090\u0000rest"),
                Arguments.of(
                        "a program by another name",
                        "letter.txt",
                        "\u007fELF\u0002\u0001\u0001\u0000\u0000\u0000\u0000"),
                Arguments.of("a script by its name", "run.js", "alert(1)"),
                Arguments.of("a page", "page.html", "<html><body>x</body></html>"),
                Arguments.of("a page by another name", "page.txt", "<!DOCTYPE html><html><head></head></html>"),
                Arguments.of(
                        "a drawing with a script", "x.svg", "<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
                Arguments.of(
                        "a drawing by another name",
                        "x.xml",
                        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'></svg>"),
                Arguments.of("a picture that is a text", "x.png", "no picture at all"),
                Arguments.of("a document that is a text", "x.pdf", "no document at all"),
                Arguments.of("a picture and a page", "x.gif", "GIF89a<script>alert(1)</script>"),
                Arguments.of("a picture and an archive", "x.gif", "GIF89a.....PK\u0005\u0006................"),
                Arguments.of("a damaged archive", "x.zip", "PK\u0003\u0004 and then nothing of the kind"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void what_does_harm_is_refused_and_nothing_is_kept(String what, String name, String content) {
        Response answer = Api.upload(AGENT, ticket, name, content.getBytes(StandardCharsets.ISO_8859_1));

        assertProblem(answer, 415, "attachment-refused");
        assertThat(Api.get("/tickets/" + ticket + "/attachments").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void an_archive_that_grows_beyond_measure_is_refused_and_a_usual_one_is_not() throws IOException {
        assertProblem(Api.upload(AGENT, ticket, "bomb.zip", SampleFiles.zip(60_000_000)), 415, "attachment-refused");
        assertProblem(Api.upload(AGENT, ticket, "bomb.gz", SampleFiles.gzip(60_000_000)), 415, "attachment-refused");

        Api.upload(AGENT, ticket, "report.zip", SampleFiles.zip(10_000)).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "a\\b.txt", "..", "", " ", "a\u202Etxt.exe", "a\nb.txt", "a\u0000.txt"})
    void a_name_that_leads_elsewhere_is_refused(String name) {
        assertProblem(Api.upload(AGENT, ticket, name, new byte[] {65}), 400, "invalid-parameter", "?name");
    }

    @Test
    void a_file_has_something_in_it_and_at_most_25_mebibytes() throws Exception {
        assertThat(Api.upload(AGENT, ticket, "empty.txt", new byte[0]).statusCode())
                .isEqualTo(400);
        byte[] largest = SampleFiles.png(25 * 1024 * 1024);
        Api.upload(AGENT, ticket, "largest.png", largest).then().statusCode(201);
        assertThat(announced(25 * 1024 * 1024 + 1).body()).contains("body-too-large");
        assertThat(Api.get("/tickets/" + ticket + "/attachments").jsonPath().getList("items.name"))
                .containsExactly("largest.png");
    }

    @Test
    void office_documents_and_plain_texts_are_welcome() throws IOException {
        for (String name : List.of("notes.txt", "table.csv", "data.json", "readme.md", "mail.eml", "log.log")) {
            Response answer = Api.upload(AGENT, ticket, name, ("a,b\n1,2\n" + name).getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode()).as(name + answer.asString()).isEqualTo(201);
        }
        Api.upload(AGENT, ticket, "letter.docx", SampleFiles.zip(500)).then().statusCode(201);
        Api.upload(AGENT, ticket, "paper.pdf", "%PDF-1.7\n%rest".getBytes(StandardCharsets.ISO_8859_1))
                .then()
                .statusCode(201);
    }

    /** What is answered to the announcement of a file, before any of it is sent. */
    private HttpResponse<String> announced(int size) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/api/v1/tickets/" + ticket + "/attachments?name=larger.png"))
                .header("Authorization", "Bearer " + AGENT)
                .version(HttpClient.Version.HTTP_1_1)
                .expectContinue(true)
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[size]))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private String uploaded(String name) {
        return Api.upload(AGENT, ticket, name, ("The text of " + name).getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private Response remove(String file) {
        return agent().header("If-Match", "*").delete("/api/v1/tickets/" + ticket + "/attachments/" + file);
    }
}
