package helpdesk.ticket.listing;

import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Tickets for spreadsheets. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ExportResourceTest {

    private final String tag = "t" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void all_that_fit_are_there_in_order_and_nothing_is_a_formula() throws IOException {
        List<String> subjects = List.of("=1+1", "Plain, with \"quotes\"", "Zeile\u2028zwei", "@here");
        for (String subject : subjects) {
            if (subject.indexOf('\u2028') < 0) {
                Map<String, Object> ticket = ticket("tags", List.of(tag));
                ticket.put("subject", subject);
                opened(ticket);
            }
        }

        Response answer = Api.get("/ticket-export?tag=" + tag + "&sort=number");

        answer.then().statusCode(200);
        assertThat(answer.contentType()).startsWith("text/csv");
        assertThat(answer.header("Content-Disposition")).contains("tickets.csv");
        assertThat(records(answer))
                .extracting(record -> record.get("subject"))
                .containsExactly("'=1+1", "Plain, with \"quotes\"", "'@here");
        assertThat(records(answer)).extracting(record -> record.get("tags")).containsOnly(tag);
    }

    @Test
    void more_than_one_batch_is_whole() throws IOException {
        Database.execute("""
                insert into ticket (id, version, writable_since, subject, description, type, channel, status, priority, origin,
                    requester_name, group_name, tier, tags, created_at, updated_at)
                select gen_random_uuid(), 0, 0, 'Export ' || i, 'x', 'QUESTION', 'API', 'NEW', 'NORMAL', 'AGENT', 'Amara',
                    'support', 1, array[?], now() - interval '3 years', now() - interval '3 years'
                from generate_series(1, 1201) i""", tag);

        assertThat(records(Api.get("/ticket-export?tag=" + tag)))
                .extracting(record -> record.get("id"))
                .hasSize(1201)
                .doesNotHaveDuplicates();
        Database.execute("delete from ticket where ? = any(tags)", tag);
    }

    @Test
    void a_wrong_filter_is_a_problem_and_no_table() {
        assertProblem(Api.get("/ticket-export?status=sleeping"), 400, "invalid-parameter", "?status");
        assertProblem(Api.get("/ticket-export?sort=colour"), 400, "invalid-parameter", "?sort");
    }

    private static List<CSVRecord> records(Response answer) throws IOException {
        try (CSVParser parser = CSVParser.parse(
                answer.asString(),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            return parser.getRecords();
        }
    }
}
