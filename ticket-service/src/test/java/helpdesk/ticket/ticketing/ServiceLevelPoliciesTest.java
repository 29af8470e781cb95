package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.Unwritable;
import helpdesk.ticket.servicelevel.Policies;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What policies do to the clocks of tickets, and what is told of that. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ServiceLevelPoliciesTest {

    private final String tag = Policies.tag();

    @Inject
    ServiceLevelReview review;

    @Inject
    TicketRepository tickets;

    @Inject
    MovableClock clock;

    @AfterEach
    void reset() {
        clock.reset();
    }

    @Test
    void the_first_policy_whose_conditions_hold_is_the_tickets() {
        Map<String, Object> body = Policies.body(tag, Policies.always(), Policies.target("resolution", 2, 4));
        body.put("position", 5);
        Policies.policy(body);
        body.put("name", "Behind " + tag);
        body.put("position", 6);
        Policies.policy(body);

        JsonPath with = tagged();
        assertThat(with.getString("serviceLevel.policy")).isEqualTo("For " + tag);
        assertThat(with.getList("serviceLevel.clocks.metric"))
                .as("what is promised")
                .containsExactly("resolution");
        assertThat(until(with, "promiseAt")).isEqualTo(Duration.ofHours(4));
        assertThat(with.getInt("serviceLevel.clocks[0].remainingSeconds")).isBetween(14_390, 14_400);
        assertThat(Api.opened().getString("serviceLevel.policy")).isEqualTo("Standard");
        assertThat(Api.read(with.getString("id")).getList("serviceLevel.clocks.promiseAt"))
                .isEqualTo(with.getList("serviceLevel.clocks.promiseAt"));
    }

    @Test
    void a_ticket_that_is_filed_otherwise_or_becomes_urgent_is_judged_by_that_at_once() {
        Policies.policy(Policies.body(
                tag,
                Policies.always(),
                Policies.target("resolution", 20, 40),
                Policies.target("resolution", 1, 2, "urgent")));
        String id = Api.openedId();

        JsonPath tagged = Api.changed(id, Map.of("tags", List.of(tag)));
        assertThat(tagged.getString("serviceLevel.policy")).isEqualTo("For " + tag);
        assertThat(until(tagged, "promiseAt")).isCloseTo(Duration.ofHours(40), Duration.ofSeconds(30));
        assertThat(until(Api.changed(id, Map.of("priority", "urgent")), "promiseAt"))
                .isCloseTo(Duration.ofHours(2), Duration.ofSeconds(30));
        assertThat(Api.changed(id, Map.of("tags", List.of())).getString("serviceLevel.policy"))
                .isEqualTo("Standard");
    }

    @Test
    void conditions_see_what_a_ticket_is() {
        Map<String, Object> body = Policies.body(tag, Policies.always(), Policies.target("resolution", 2, 4));
        body.put(
                "conditions",
                List.of(
                        Map.of("field", "tag", "in", List.of(tag)),
                        Map.of("field", "channel", "in", List.of("chat", "phone")),
                        Map.of("field", "language", "in", List.of("pt")),
                        Map.of("field", "emailDomain", "in", List.of("EXAMPLE.org")),
                        Map.of("none", List.of(Map.of("field", "type", "in", List.of("incident")))),
                        Map.of("field", "tier", "in", List.of("2", "3"))));
        Policies.policy(body);
        Map<String, Object> ticket = Api.ticket("tags", List.of(tag));
        ticket.put("channel", "chat");
        ticket.put("language", "pt-BR");

        String id = Api.opened(ticket).getString("id");
        assertThat(Api.read(id).getString("serviceLevel.policy")).isEqualTo("Standard");
        assertThat(Api.escalated(id).getString("serviceLevel.policy")).isEqualTo("For " + tag);
        ticket.put("type", "incident");
        assertThat(Api.escalated(Api.opened(ticket).getString("id")).getString("serviceLevel.policy"))
                .isEqualTo("Standard");
    }

    @Test
    void a_changed_policy_holds_for_open_clocks_and_rewrites_nothing() {
        String policy = Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String running = tagged().getString("id");
        String late = tagged().getString("id");
        String solved = Api.resolved(tagged().getString("id"), Given.agent()).getString("id");
        Object solvedBefore = Api.read(solved).get("serviceLevel");
        clock.move(Duration.ofHours(1));
        String waiting = tagged().getString("id");
        Api.changed(waiting, Map.of("status", "pending", "assigneeId", Given.agent()));
        clock.move(Duration.ofHours(3));

        change(policy, Map.of("targets", List.of(Policies.target("resolution", 1, 3))));
        review.review();

        assertThat(until(Api.read(running), "promiseAt"))
                .as("due at the moment of the change, and not before")
                .isCloseTo(Duration.ofHours(4), Duration.ofSeconds(60));
        assertThat(Api.read(waiting).getString("serviceLevel.clocks[0].state")).isEqualTo("paused");
        assertThat(Api.read(waiting).getInt("serviceLevel.clocks[0].remainingSeconds"))
                .isBetween(3 * 3_600 - 60, 3 * 3_600);
        assertThat(Api.read(solved).<Object>get("serviceLevel")).isEqualTo(solvedBefore);
        clock.move(Duration.ofHours(1));
        change(policy, Map.of("targets", List.of(Policies.target("resolution", 100, 200))));
        review.review();
        assertThat(Api.read(late).getString("serviceLevel.clocks[0].state")).isEqualTo("breached");
        assertThat(intervals(late, 0).getList("policy")).hasSize(3);
    }

    @Test
    void a_changed_calendar_holds_for_what_is_left() {
        String calendar = Policies.always();
        Policies.policy(Policies.body(tag, calendar, Policies.target("resolution", 5, 10)));
        JsonPath ticket = tagged();
        Instant promised = Instant.parse(ticket.getString("serviceLevel.clocks[0].promiseAt"));

        Map<String, Object> closed = new HashMap<>();
        closed.put(
                "specialDays",
                promised.minus(1, ChronoUnit.DAYS)
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .datesUntil(promised.plus(3, ChronoUnit.DAYS)
                                .atZone(ZoneOffset.UTC)
                                .toLocalDate())
                        .map(day -> Map.of("date", day.toString(), "name", "Strike"))
                        .toList());
        Api.change(Policies.SUPERVISOR, "/calendars/" + calendar, closed).then().statusCode(200);
        review.review();

        Instant later = Instant.parse(Api.read(ticket.getString("id")).getString("serviceLevel.clocks[0].promiseAt"));
        assertThat(later).isAfter(promised.plus(1, ChronoUnit.DAYS));
    }

    @Test
    void the_tickets_of_a_removed_policy_are_judged_by_the_next() {
        String policy = Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String id = tagged().getString("id");

        as(Policies.SUPERVISOR)
                .header("If-Match", "*")
                .delete("/api/v1/service-level-policies/" + policy)
                .then()
                .statusCode(204);
        review.review();

        assertThat(Api.read(id).getString("serviceLevel.policy")).isEqualTo("Standard");
        assertThat(Api.clocks(Api.read(id)))
                .containsExactly("acknowledgement running", "firstReply running", "resolution running");
    }

    @Test
    void a_ticket_that_somebody_holds_is_judged_by_the_next_run() {
        String policy = Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String id = tagged().getString("id");
        change(policy, Map.of("targets", List.of(Policies.target("resolution", 1, 2))));

        QuarkusTransaction.requiringNew().run(() -> {
            tickets.lock(UUID.fromString(id));
            review.review();
        });
        assertThat(until(Api.read(id), "promiseAt")).isEqualTo(Duration.ofHours(10));
        review.review();

        assertThat(until(Api.read(id), "promiseAt")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void one_that_cannot_be_written_holds_up_no_other() {
        String policy = Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        List<String> ids =
                Stream.generate(() -> tagged().getString("id")).limit(3).toList();
        change(policy, Map.of("targets", List.of(Policies.target("resolution", 1, 2))));

        Unwritable.during("service_level_clock", "ticket_id", ids.getFirst(), review::review);

        assertThat(until(Api.read(ids.get(0)), "promiseAt")).isEqualTo(Duration.ofHours(10));
        assertThat(until(Api.read(ids.get(1)), "promiseAt")).isEqualTo(Duration.ofHours(2));
        assertThat(until(Api.read(ids.get(2)), "promiseAt")).isEqualTo(Duration.ofHours(2));
        review.review();
        assertThat(until(Api.read(ids.get(0)), "promiseAt")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void what_another_replica_changed_is_seen_by_the_next_run() {
        String policy = Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String id = tagged().getString("id");
        Database.execute("update service_level_policy set position = 10000 where id = ?", UUID.fromString(policy));
        Database.execute(
                "update service_level_policy set conditions = '[{\"field\":\"tag\",\"in\":[\"nobody\"]}]' "
                        + "where id = ?",
                UUID.fromString(policy));
        Database.execute("update policy_edition set number = number + 1");

        review.review();

        assertThat(Api.read(id).getString("serviceLevel.policy")).isEqualTo("Standard");
    }

    @Test
    void two_who_change_policies_at_once_come_one_after_the_other() throws Exception {
        String calendar = Policies.always();
        String policy = Policies.policy(Policies.body(tag, calendar, Policies.target("resolution", 5, 10)));
        List<Callable<Integer>> changes = List.of(
                () -> change(policy, Map.of("position", 7)).statusCode(),
                () -> change(policy, Map.of("pausesOnHold", true)).statusCode(),
                () -> Api.change(Policies.SUPERVISOR, "/calendars/" + calendar, Map.of("timeZone", "Asia/Tokyo"))
                        .statusCode(),
                () -> Api.post(
                                Policies.SUPERVISOR,
                                "/service-level-policies",
                                Policies.body(Policies.tag(), calendar, Policies.target("resolution", 5, 10)))
                        .statusCode());
        long before = edition();
        int made = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (int round = 0; round < 5; round++) {
                for (Future<Integer> done : threads.invokeAll(changes)) {
                    assertThat(done.get()).isIn(200, 201, 412);
                    made += done.get() == 201 ? 1 : 0;
                }
            }
        }

        assertThat(made).isEqualTo(5);
        // Two of the changes change something once, the others each time.
        assertThat(edition()).isEqualTo(before + made + 3);
        assertThat(Database.count("service_level_policy p join policy_revision r on r.id = p.revision_id "
                        + "where p.calendar_id = '" + calendar
                        + "' and (r.calendar ->> 'timeZone' <> 'Asia/Tokyo' "
                        + "or r.policy -> 'pausesOnHold' <> to_jsonb(p.pauses_on_hold))"))
                .as("policies that count by what was")
                .isZero();
    }

    @Test
    void on_hold_the_time_stands_still_where_the_policy_says_so() {
        Map<String, Object> body = Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10));
        body.put("pausesOnHold", true);
        String policy = Policies.policy(body);
        String id = tagged().getString("id");
        Api.changed(id, Map.of("status", "on_hold", "assigneeId", Given.agent()));

        clock.move(Duration.ofDays(9));
        assertThat(Api.read(id).getString("serviceLevel.clocks[0].state")).isEqualTo("paused");
        change(policy, Map.of("pausesOnHold", false));
        review.review();
        assertThat(Api.read(id).getString("serviceLevel.clocks[0].state"))
                .as("it runs from now on")
                .isEqualTo("running");
        assertThat(intervals(id, 0).getList("reason"))
                .containsExactly("working_hours", "waiting_for_third_party", "working_hours");
    }

    @Test
    void where_news_are_promised_each_reply_begins_the_time_until_the_next() {
        Policies.policy(Policies.body(
                tag, Policies.always(), Policies.target("firstReply", 1, 2), Policies.target("update", 24, 48)));
        String id = tagged().getString("id");

        reply(id);
        assertThat(Api.clocks(Api.read(id))).containsExactly("firstReply met", "update running");
        clock.move(Duration.ofHours(30));
        reply(id);
        JsonPath explained = explain(id, "");
        assertThat(explained.getList("clocks.findAll { it.metric == 'update' }.state"))
                .containsExactly("met", "running");
        assertThat(explained.getList("clocks.findAll { it.metric == 'update' }.cycle"))
                .containsExactly(1, 2);
        Api.resolved(id, Given.agent());
        assertThat(Api.clocks(Api.read(id))).containsExactly("firstReply met", "update met");
    }

    @Test
    void each_interval_is_explained() {
        String calendar = Policies.calendar("Europe/Berlin", "09:00", "17:00");
        Policies.policy(Policies.body(tag, calendar, Policies.target("resolution", 20, 40)));
        String id = tagged().getString("id");
        Api.changed(id, Map.of("status", "pending", "assigneeId", Given.agent()));
        clock.move(Duration.ofDays(40));
        Api.changed(id, Map.of("status", "open"));
        clock.move(Duration.ofDays(2));

        JsonPath explained = explain(id, "");
        int index = 2;
        assertThat(explained.getList("clocks.metric")).containsExactly("acknowledgement", "firstReply", "resolution");
        List<Map<String, Object>> intervals = explained.getList("clocks[" + index + "].intervals");
        assertThat(intervals)
                .extracting(interval -> interval.get("reason"))
                .contains("waiting_for_customer", "working_hours", "outside_hours")
                .doesNotContain("every_hour");
        Object at = explained.getString("clocks[2].startedAt");
        for (Map<String, Object> interval : intervals) {
            assertThat(interval.get("from")).isEqualTo(at);
            assertThat(interval).containsEntry("policy", "For " + tag).containsEntry("priority", "normal");
            at = interval.get("to");
        }
        assertThat(at).isEqualTo(explained.getString("at"));
        int counted = explained.getInt("clocks[2].countedSeconds");
        assertThat(counted).as("two days of eight hours").isBetween(16 * 3_600 - 120, 16 * 3_600 + 120);
        assertThat(explained.getInt("clocks[2].remainingSeconds"))
                .isBetween(40 * 3_600 - counted - 2, 40 * 3_600 - counted + 2);
        assertThat(explained.getList("clocks[0].intervals.reason"))
                .as("no greeting is promised")
                .containsExactly("nothing_promised");
        String from = intervals.get(3).get("from").toString();
        assertThat(explain(id, "?from=" + from).getString("clocks[2].intervals[0].from"))
                .isEqualTo(from);
        assertProblem(
                Api.get("/tickets/" + id + "/service-level/explain?from=soon"), 400, "invalid-parameter", "?from");
        assertProblem(Api.get("/tickets/HD-999999999/service-level/explain"), 404, "ticket-not-found");
    }

    @Test
    void a_long_story_is_told_in_parts() {
        String calendar = Policies.calendar("UTC", "09:00", "17:00");
        Policies.policy(Policies.body(tag, calendar, Policies.target("resolution", 200, 400)));
        String id = tagged().getString("id");
        clock.move(Duration.ofDays(700));

        JsonPath first = explain(id, "");
        assertThat(first.getList("clocks[2].intervals")).hasSize(1_000);
        String next = first.getString("clocks[2].continuesAt");
        JsonPath second = explain(id, "?from=" + next);
        assertThat(second.getString("clocks[2].intervals[0].from")).isEqualTo(next);
        assertThat(second.getString("clocks[2].continuesAt")).isNull();
        assertThat(second.getLong("clocks[2].countedSeconds")).isEqualTo(first.getLong("clocks[2].countedSeconds"));
    }

    @Test
    void what_if_tells_of_another_policy_calendar_priority_or_time_and_changes_nothing() {
        String always = Policies.always();
        Policies.policy(Policies.body(
                tag, always, Policies.target("resolution", 5, 10), Policies.target("resolution", 1, 2, "urgent")));
        String other = Policies.policy(Policies.body(Policies.tag(), always, Policies.target("resolution", 50, 100)));
        String id = tagged().getString("id");
        Object before = Api.read(id).get("serviceLevel.clocks.promiseAt");

        assertThat(promise(whatIf(id, "policyId=" + other), "asIs")).isEqualTo(Duration.ofHours(10));
        assertThat(promise(whatIf(id, "policyId=" + other), "whatIf")).isEqualTo(Duration.ofHours(100));
        assertThat(whatIf(id, "policyId=" + other).getString("whatIf.policy")).startsWith("For t-");
        assertThat(promise(whatIf(id, "priority=urgent"), "whatIf")).isEqualTo(Duration.ofHours(2));
        assertThat(promise(whatIf(id, "calendarId=" + Policies.calendar("UTC", "09:00", "09:30")), "whatIf"))
                .isBetween(Duration.ofDays(18), Duration.ofDays(21));
        JsonPath later = whatIf(id, "at=" + clock.instant().plus(Duration.ofHours(11)));
        assertThat(later.getString("asIs.clocks[2].state")).isEqualTo("breached");
        assertThat(later.getInt("asIs.clocks[2].remainingSeconds")).isBetween(-3_605, -3_590);
        assertThat(whatIf(id, "at=2020-01-01T00:00:00Z").getList("asIs.clocks")).isEmpty();
        assertThat(Api.read(id).<Object>get("serviceLevel.clocks.promiseAt")).isEqualTo(before);

        String path = "/tickets/" + id + "/service-level/what-if?";
        assertProblem(Api.get(path + "policyId=" + UUID.randomUUID()), 404, "policy-not-found");
        assertProblem(Api.get(path + "calendarId=" + UUID.randomUUID()), 404, "calendar-not-found");
        assertProblem(Api.get(path + "priority=huge"), 400, "invalid-parameter", "?priority");
        assertProblem(Api.get(path + "at=2199-01-01T00:00:00Z"), 400, "invalid-parameter", "?at");
    }

    @Test
    void a_merged_ticket_stands_still_and_goes_on_when_it_is_taken_back() {
        Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String source = tagged().getString("id");
        String target = Api.openedId();
        String merge = Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(source)))
                .getString("merges[0].id");
        clock.move(Duration.ofDays(5));

        assertThat(Api.read(source).getString("serviceLevel.clocks[0].state")).isEqualTo("paused");
        String address = "/api/v1/tickets/" + target + "/merges/" + merge;
        as(Tokens.of("agent")).header("If-Match", "*").delete(address).then().statusCode(204);
        assertThat(intervals(source, 0).getList("reason")).containsExactly("working_hours", "merged", "working_hours");
        assertThat(Api.read(source).getString("serviceLevel.clocks[0].state")).isEqualTo("running");
    }

    @Test
    void a_clock_from_before_its_course_was_written_down_is_explained_and_judged() {
        String id = Api.openedId();
        Database.execute("""
                update service_level_clock set spans = '[]', edition = 0, started_at = started_at - interval '5 h',
                    goal_at = started_at + interval '6 h', promise_at = started_at + interval '8 h', paused_at = null
                where ticket_id = ? and metric = 'FIRST_REPLY'""", UUID.fromString(id));
        JsonPath before = explain(id, "");
        int first = before.getList("clocks.metric").indexOf("firstReply");
        assertThat(before.getList("clocks[" + first + "].intervals.reason"))
                .containsExactly("not_recorded", "every_hour");
        assertThat(before.getList("clocks[" + first + "].intervals.seconds").getFirst())
                .as("a pause of three hours")
                .isEqualTo(3 * 3_600);

        review.review();

        JsonPath after = explain(id, "");
        assertThat(after.getList("clocks[" + first + "].intervals.reason"))
                .as("told apart by the policy's writing")
                .containsExactly("not_recorded", "every_hour", "every_hour");
        assertThat(after.getString("clocks[" + first + "].promiseAt"))
                .isEqualTo(before.getString("clocks[" + first + "].promiseAt"));
    }

    @Test
    void what_if_nothing_is_supposed_is_how_it_is() {
        Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String id = tagged().getString("id");
        Api.changed(id, Map.of("tags", List.of()));
        Api.resolved(id, Given.agent());

        JsonPath later = whatIf(id, "at=" + clock.instant().plus(Duration.ofDays(30)));
        assertThat(later.<Object>get("whatIf")).isEqualTo(later.get("asIs"));
    }

    @Test
    void what_was_answered_while_it_would_have_waited_is_not_late() {
        Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        Map<String, Object> stops =
                Policies.body(Policies.tag(), Policies.always(), Policies.target("resolution", 5, 10));
        stops.put("pausesOnHold", true);
        String other = Policies.policy(stops);
        String id = tagged().getString("id");
        UUID worker = Given.agent();
        Api.changed(id, Map.of("status", "on_hold", "assigneeId", worker));
        clock.move(Duration.ofDays(9));
        Api.resolved(id, worker);

        JsonPath supposed = whatIf(id, "policyId=" + other);
        assertThat(supposed.getString("asIs.clocks[2].state")).isEqualTo("breached");
        assertThat(supposed.getString("whatIf.clocks[2].state")).isEqualTo("met");
        assertThat(supposed.getInt("whatIf.clocks[2].remainingSeconds")).isPositive();
    }

    @Test
    void a_supposed_priority_finds_the_policy_for_it() {
        Map<String, Object> urgent = Policies.body(tag, Policies.always(), Policies.target("resolution", 1, 2));
        urgent.put(
                "conditions",
                List.of(
                        Map.of("field", "tag", "in", List.of(tag)),
                        Map.of("field", "priority", "in", List.of("urgent"))));
        Policies.policy(urgent);
        String id = tagged().getString("id");

        JsonPath supposed = whatIf(id, "priority=urgent");
        assertThat(supposed.getString("asIs.policy")).isEqualTo("Standard");
        assertThat(supposed.getString("whatIf.policy")).isEqualTo("For " + tag);
        assertThat(promise(supposed, "whatIf")).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_merged_ticket_is_left_alone_by_changes_and_judged_when_it_is_taken_back() {
        String policy = Policies.policy(Policies.body(tag, Policies.always(), Policies.target("resolution", 5, 10)));
        String source = tagged().getString("id");
        String target = Api.openedId();
        String merge = Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(source)))
                .getString("merges[0].id");
        Object spans = spans(source);

        change(policy, Map.of("targets", List.of(Policies.target("resolution", 1, 2))));
        review.review();
        assertThat(spans(source)).isEqualTo(spans);
        as(Tokens.of("agent"))
                .header("If-Match", "*")
                .delete("/api/v1/tickets/" + target + "/merges/" + merge)
                .then()
                .statusCode(204);

        assertThat(explain(source, "").getInt("clocks[2].promiseSeconds")).isEqualTo(7_200);
    }

    private static String spans(String ticket) {
        return Database.value(
                String.class,
                "select string_agg(spans::text, ' ' order by id) from service_level_clock where ticket_id = ?",
                UUID.fromString(ticket));
    }

    private static long edition() {
        return Database.value(Long.class, "select number from policy_edition");
    }

    private JsonPath tagged() {
        return Api.opened(Api.ticket("tags", List.of(tag)));
    }

    private static Response change(String policy, Map<String, Object> changes) {
        return Api.change(Policies.SUPERVISOR, "/service-level-policies/" + policy, changes);
    }

    private static void reply(String id) {
        Api.comment(Tokens.of(Given.agent(), "agent"), id, Map.of("body", "On my way."))
                .then()
                .statusCode(201);
    }

    /** From the ticket's opening to what its only clock says. */
    private static Duration until(JsonPath ticket, String due) {
        return Duration.between(
                Instant.parse(ticket.getString("createdAt")),
                Instant.parse(ticket.getString("serviceLevel.clocks[0]." + due)));
    }

    private static JsonPath explain(String id, String query) {
        return Api.get("/tickets/" + id + "/service-level/explain" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The intervals of the resolution. */
    private static JsonPath intervals(String id, int cycle) {
        JsonPath explained = explain(id, "");
        explained.setRootPath("clocks.findAll { it.metric == 'resolution' }[" + cycle + "].intervals");
        return explained;
    }

    private static JsonPath whatIf(String id, String query) {
        return Api.get("/tickets/" + id + "/service-level/what-if?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Duration promise(JsonPath whatIf, String which) {
        return Duration.between(
                Instant.parse(whatIf.getString(which + ".clocks[2].startedAt")),
                Instant.parse(whatIf.getString(which + ".clocks[2].promiseAt")));
    }
}
