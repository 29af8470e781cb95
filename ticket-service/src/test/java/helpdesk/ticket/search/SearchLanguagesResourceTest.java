package helpdesk.ticket.search;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Words are found in every language, as people write them. */
@QuarkusTest
@WithTestResource(RealParts.class)
class SearchLanguagesResourceTest {

    private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);

    static Stream<Arguments> languages() {
        return Stream.of(
                Arguments.of("The Printer burns", "printer"),
                Arguments.of("Die Rückerstattung fehlt", "ruckerstattung"),
                Arguments.of("Die Rückerstattung fehlt", "RÜCKERSTATTUNG"),
                Arguments.of("Straße gesperrt", "strasse"),
                Arguments.of("Où est ma commande ?", "ou commande"),
                Arguments.of("আমার প্রিন্টার কাজ করছে না", "প্রিন্টার"),
                Arguments.of("मेरा प्रिंटर काम नहीं करता", "प्रिंटर"),
                Arguments.of("मेरा प्रिंटर काम नहीं करता", "\"काम नहीं\""),
                Arguments.of("Принтерім жұмыс істемейді", "жұмыс"),
                Arguments.of("என் அச்சுப்பொறி வேலை செய்யவில்லை", "அச்சுப்பொறி"),
                Arguments.of("我的打印机坏了", "打印机"),
                Arguments.of("プリンターが動かない", "プリンター"),
                Arguments.of("เครื่องพิมพ์ของฉันเสีย", "เครื่องพิมพ์"),
                Arguments.of("طابعتي لا تعمل", "طابعتي"),
                Arguments.of("ＦＵＬＬ　ｗｉｄｔｈ", "full width"),
                Arguments.of("Serial SN-48213-K", "SN-48213-K"),
                Arguments.of("Serial SN-48213-K", "48213"),
                Arguments.of("Refunded twice", "refund*"),
                Arguments.of("It's 5'4\" \\ tall", "it's"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void a_word_is_found_as_it_is_written(String subject, String query) {
        Map<String, Object> ticket = ticket("tags", List.of(tag));
        ticket.put("subject", subject);
        String id = opened(ticket).getString("id");

        assertThat(found(query)).containsExactly(id);
        assertThat(found("-" + query.split(" ")[0] + " HD")).isEmpty();
    }

    @Test
    void numbers_requesters_and_alternatives_are_found() {
        Map<String, Object> ticket = ticket("tags", List.of(tag));
        ticket.put("requester", Map.of("name", "Amara Okafor", "email", tag + "@example.org"));
        JsonPath opened = opened(ticket);
        String id = opened.getString("id");

        assertThat(found(opened.getString("number"))).containsExactly(id);
        assertThat(found(opened.getString("number").substring(3))).containsExactly(id);
        assertThat(found("okafor")).containsExactly(id);
        assertThat(found(tag + "@example.org")).containsExactly(id);
        assertThat(found("nobody or okafor")).containsExactly(id);
        assertThat(found("nobody okafor")).isEmpty();
        assertThat(found("okafor -amara")).isEmpty();
        assertThat(found("\"okafor amara\"")).isEmpty();
    }

    @Test
    void a_subject_that_changed_is_found_by_its_new_words_only() {
        String id = opened(ticket("tags", List.of(tag))).getString("id");
        Api.comment(Tokens.of("agent"), id, Map.of("body", "zwiebel"));

        Api.changed(id, Map.of("subject", "Onion soup"));

        assertThat(found("onion")).containsExactly(id);
        assertThat(found("zwiebel onion")).containsExactly(id);
        assertThat(found("\"printer is\"")).isEmpty();
    }

    @Test
    void a_conversation_without_end_does_not_break_search() {
        String id = opened(ticket("tags", List.of(tag))).getString("id");
        for (int i = 0; i < 14; i++) {
            String words = new Random(i)
                    .longs(5_000)
                    .mapToObj(Long::toHexString)
                    .collect(Collectors.joining(" "))
                    .substring(0, 65_000);
            Api.comment(Tokens.of("agent"), id, Map.of("body", words)).then().statusCode(201);
        }

        assertThat(found("printer")).containsExactly(id);
    }

    private List<String> found(String query) {
        Response answer = agent().queryParam("q", query).queryParam("tag", tag).get("/api/v1/tickets");
        answer.then().statusCode(200);
        return answer.jsonPath().getList("items.id");
    }
}
