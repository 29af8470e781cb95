package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Customers over all services: they come by file, are greeted, are missed when they stay away, and are won back. */
class CustomersInFullIT {

    private static final int ROWS = 2_000;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final RunningStack stack = RunningStack.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private Api admin;

    @BeforeEach
    void signIn() {
        admin = Api.admin(stack);
    }

    @Test
    void an_import_goes_on_though_the_service_dies_and_makes_each_profile_once() {
        String segment = json(
                        201,
                        admin.post(
                                "/api/v1/segments",
                                Map.of(
                                        "name",
                                        "Imported " + mark,
                                        "conditions",
                                        List.of(Map.of("field", "customFields.mark", "in", List.of("m" + mark))))))
                .getString("id");
        String file = IntStream.range(0, ROWS)
                .mapToObj(i -> "Person %d,person-%d-%s@example.org,m%s".formatted(i, i, mark, mark))
                .collect(Collectors.joining("\n", "name,emails,customFields.mark\n", "\n"));
        String begun = json(202, admin.postAs("text/csv", "/api/v1/customer-imports", file))
                .getString("id");
        String address = "/api/v1/customer-imports/" + begun;
        admin.await("some are taken over", address, now -> now.getInt("created") > 0);
        stack.kill("customer-service");
        admin.await(
                LONG,
                "some more are",
                address,
                now -> now.getString("state") != null && now.getInt("created") > ROWS / 2);
        stack.kill("customer-service");

        JsonPath done = admin.await(LONG, "all are", address, now -> "finished".equals(now.getString("state")));
        assertThat(done.getInt("created")).isEqualTo(ROWS);
        assertThat(done.getInt("failed")).isZero();
        admin.await(
                LONG,
                "all belong to the segment",
                "/api/v1/segments/" + segment + "/trend",
                trend -> trend.getInt("size") == ROWS);
        String exported =
                admin.get("/api/v1/customer-export?segmentId=" + segment).asString();
        assertThat(exported.lines()
                        .filter(line -> line.contains(mark + "@example.org"))
                        .distinct())
                .hasSize(ROWS);
        json(200, admin.patch("/api/v1/segments/" + segment, Map.of("active", false)));
    }

    @Test
    void who_does_not_renew_is_missed_by_a_message_and_a_ticket_and_counts_as_won_back_when_they_do() {
        String product = "Newspaper " + mark;
        String rule = json(
                        201,
                        admin.post(
                                "/api/v1/lapse-rules",
                                Map.of(
                                        "name",
                                        "Readers " + mark,
                                        "sign",
                                        "subscription_ended",
                                        "subscription",
                                        product,
                                        "afterDays",
                                        7)))
                .getString("id");
        String customer = customer();
        String subscription = json(
                        201,
                        admin.post(
                                "/api/v1/customers/" + customer + "/subscriptions",
                                Map.of("name", product, "endsOn", day(-20))))
                .getString("id");
        JsonPath tickets = admin.await(
                "a ticket opens to win them back",
                "/api/v1/tickets?tag=win-back&customerId=" + customer,
                page -> page.getList("items").size() == 1);
        String ticket = tickets.getString("items[0].id");
        JsonPath lapses = admin.await(
                "the lapse knows its ticket",
                "/api/v1/lapses?customerId=" + customer,
                page -> ticket.equals(page.getString("items[0].ticketId")));
        assertThat(tickets.getString("items[0].winBackOf")).isEqualTo(lapses.getString("items[0].id"));
        JsonPath messages = admin.await(
                "they are told that they are missed",
                "/api/v1/messages?kind=missed&customerId=" + customer,
                page -> page.getList("items").size() == 1);
        assertThat(messages.getString("items[0].body")).contains("Amy").contains(product);
        assertThat(json(200, admin.get("/api/v1/messages?ticketId=" + ticket)).getList("items"))
                .as("nobody is told that a request of theirs has come")
                .isEmpty();

        json(
                201,
                admin.post(
                        "/api/v1/customers/" + customer + "/subscriptions/" + subscription + "/renewals",
                        Map.of("endsOn", day(90))));
        admin.await("they are won back", "/api/v1/lapses?customerId=" + customer, page -> "won_back"
                .equals(page.getString("items[0].state")));
        assertThat(json(200, admin.get("/api/v1/win-back-insight"))
                        .getInt("rules.find { it.ruleId == '" + rule + "' }.wonBack"))
                .isOne();
        json(200, admin.patch("/api/v1/lapse-rules/" + rule, Map.of("active", false)));
    }

    @Test
    void a_day_that_matters_brings_a_card() {
        String customer = customer();
        json(
                201,
                admin.post(
                        "/api/v1/customers/" + customer + "/milestones",
                        Map.of("title", "Your shop opens", "date", day(0), "act", "card", "hour", 0)));
        JsonPath messages = admin.await(
                "the customer gets a card",
                "/api/v1/messages?kind=greeting&customerId=" + customer,
                page -> page.getList("items").size() == 1);
        assertThat(messages.getString("items[0].body")).contains("Amy");
        assertThat(messages.getString("items[0].subject") + messages.getString("items[0].body"))
                .contains("Your shop opens");
    }

    private String customer() {
        return json(
                        201,
                        admin.post(
                                "/api/v1/customers",
                                Map.of(
                                        "name",
                                        "Amara Okafor",
                                        "preferredName",
                                        "Amy",
                                        "emails",
                                        List.of("amy-" + UUID.randomUUID() + "@example.org"),
                                        "languages",
                                        List.of("en"))))
                .getString("id");
    }

    private static String day(int fromToday) {
        return LocalDate.now(ZoneOffset.UTC).plusDays(fromToday).toString();
    }
}
