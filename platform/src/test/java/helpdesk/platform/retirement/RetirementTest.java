package helpdesk.platform.retirement;

import static helpdesk.platform.problem.Answers.agent;
import static helpdesk.platform.problem.Answers.problem;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class RetirementTest {

    private static final String RETIRING = "/api/v1/jottings/a";

    @Test
    void answers_of_an_operation_that_will_go_say_since_when_until_when_and_what_to_read() {
        Response answer = agent().get(RETIRING);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThatItTells(answer);
    }

    @Test
    void refusals_say_it_too() {
        Response answer = agent().get("/api/v1/jottings/unknown");
        problem(answer, 404, "not-found");
        assertThatItTells(answer);
    }

    @Test
    void other_links_of_the_answer_stay() {
        assertThat(agent().get(RETIRING).headers().getValues("Link"))
                .containsExactlyInAnyOrder("</next>; rel=\"next\"", "</docs/#/Notes>; rel=\"deprecation\"");
    }

    @Test
    void answers_of_other_operations_say_nothing() {
        assertThat(agent().get(RETIRING + "/length").headers().asList())
                .extracting(header -> header.getName().toLowerCase(Locale.ROOT))
                .doesNotContain("deprecation", "sunset", "link");
    }

    @Test
    void the_api_document_marks_the_operation_and_no_other() {
        JsonPath document =
                given().queryParam("format", "json").get("/q/openapi").jsonPath();
        String operation = "paths.'/api/v1/jottings/{id}'.get.";
        assertThat(document.getBoolean(operation + "deprecated")).isTrue();
        assertThat(document.getString(operation + "x-deprecated")).isEqualTo("2026-11-01");
        assertThat(document.getString(operation + "x-sunset")).isEqualTo("2027-02-05");
        assertThat(document.getString(operation + "x-deprecation-information")).isEqualTo("/docs/#/Notes");
        assertThat(document.getString("paths.'/api/v1/jottings/{id}/length'.get.deprecated"))
                .isNull();
    }

    @Test
    void callers_have_at_least_ninety_days() {
        assertThat(Retirement.parse("2026-11-01", "2027-01-30", "/docs").sunsetHeader())
                .isEqualTo("Sat, 30 Jan 2027 00:00:00 GMT");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Retirement.parse("2026-11-01", "2027-01-29", "/docs"))
                .withMessageContaining("2027-01-30 at the earliest");
    }

    private static void assertThatItTells(Response answer) {
        assertThat(answer.header("Deprecation")).isEqualTo("@1793491200");
        assertThat(answer.header("Sunset")).isEqualTo("Fri, 05 Feb 2027 00:00:00 GMT");
        assertThat(answer.headers().getValues("Link")).contains("</docs/#/Notes>; rel=\"deprecation\"");
    }
}
