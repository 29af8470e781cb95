package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class TicketSearchResourceTest {

    private final String tag = "t" + UUID.randomUUID();

    @Test
    void words_are_found_in_subject_description_and_name() {
        String id = about("Broken printer", "Smoke rises from tray two.", "Amara Okafor");
        about("Late parcel", "It was due on Monday.", "Kofi Mensah");

        assertThat(found("printer")).containsExactly(id);
        assertThat(found("TRAY")).containsExactly(id);
        assertThat(found("okafor")).containsExactly(id);
        assertThat(found("printer smoke")).containsExactly(id);
        assertThat(found("printer parcel")).isEmpty();
        assertThat(found("elephant")).isEmpty();
    }

    @Test
    void a_ticket_is_found_by_its_number() {
        JsonPath ticket = opened(ticket("tags", List.of(tag)));
        String number = ticket.getString("number");

        assertThat(found(number)).containsExactly(ticket.getString("id"));
        assertThat(found(number.toLowerCase())).containsExactly(ticket.getString("id"));
        assertThat(found(number.substring(3))).containsExactly(ticket.getString("id"));
    }

    @Test
    void phrases_alternatives_and_exclusions_work_as_people_write_them() {
        String red = about("Red paper jam", "Tray.", "Amara");
        String blue = about("Blue paper, no jam", "Tray.", "Amara");

        assertThat(found("\"paper jam\"")).containsExactly(red);
        assertThat(found("red or blue")).containsExactlyInAnyOrder(red, blue);
        assertThat(found("paper -red")).containsExactly(blue);
    }

    @ParameterizedTest
    @CsvSource({
        "আমার প্রিন্টার কাজ করছে না, প্রিন্টার",
        "मेरा प्रिंटर काम नहीं कर रहा है, प्रिंटर",
        "Менің принтерім Қазақстанда істемейді, ҚАЗАҚСТАНДА",
        "என் அச்சுப்பொறி வேலை செய்யவில்லை, அச்சுப்பொறி",
        "Mein Drucker übersäuert, ÜBERSÄUERT",
        "プリンター が 壊れた, 壊れた"
    })
    void words_of_any_language_are_found(String subject, String word) {
        String id = about(subject, "…", "Amara");
        about("The printer does not work", "…", "Amara");

        assertThat(found(word)).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "\"",
                "\"unclosed",
                "''; drop table ticket;--",
                "%",
                "%%",
                "_",
                "\\",
                "\\'",
                "a & b | !c",
                "<->",
                ":*",
                "printer:*",
                "()",
                "((((",
                "-",
                "- -",
                "or",
                "or or",
                "$$",
                "$1",
                "?",
                ":search",
                "{0}",
                "😀",
                "\u0301",
                "a\nb",
                "\u200b"
            })
    void nothing_that_is_searched_for_breaks_the_search(String words) {
        Response answer = agent().queryParam("q", words).queryParam("tag", tag).get("/api/v1/tickets");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        assertThat(answer.jsonPath().getList("items")).isEmpty();
    }

    @Test
    void a_search_of_two_hundred_characters_is_answered_and_a_longer_one_is_refused() {
        assertThat(agent().queryParam("q", "x".repeat(200))
                        .get("/api/v1/tickets")
                        .statusCode())
                .isEqualTo(200);
        Response longer = agent().queryParam("q", "x".repeat(201)).get("/api/v1/tickets");
        assertThat(longer.statusCode()).isEqualTo(400);
        assertThat(longer.jsonPath().getList("errors.pointer")).isEqualTo(List.of("?q"));
    }

    @Test
    void the_longest_description_is_searched_to_its_end() {
        String id = about("Long", "слово ".repeat(10_800) + "finale", "Amara");

        assertThat(found("finale")).containsExactly(id);
    }

    private String about(String subject, String description, String name) {
        Map<String, Object> told = ticket("tags", List.of(tag));
        told.put("subject", subject);
        told.put("description", description);
        told.put("requester", Map.of("name", name));
        return opened(told).getString("id");
    }

    private List<String> found(String words) {
        return agent().queryParam("q", words)
                .queryParam("tag", tag)
                .get("/api/v1/tickets")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }
}
