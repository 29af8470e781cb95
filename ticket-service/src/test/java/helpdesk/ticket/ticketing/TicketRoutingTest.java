package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.as;
import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import helpdesk.testing.Database;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import helpdesk.ticket.Unwritable;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.routing.PoolRepository;
import helpdesk.ticket.routing.QueueRepository;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Queues give tickets to people who can, may and have the time. Each test has a group of its own. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketRoutingTest {

    private static final String SUPERVISOR = Tokens.of("supervisor");

    private final String tag = "t-" + UUID.randomUUID();
    private final String group = "g-" + UUID.randomUUID();

    @Inject
    TicketRouting routing;

    @Inject
    TicketRepository tickets;

    @Inject
    AgentRepository agents;

    @Inject
    QueueRepository queues;

    @Inject
    PoolRepository pools;

    @Inject
    WaitingTickets waitingTickets;

    @Inject
    TicketJournal journal;

    @Inject
    Causation causation;

    @Inject
    Stopping stopping;

    @Inject
    MovableClock clock;

    @BeforeEach
    void group() {
        nobodyIsThere();
        // Nothing waits that other tests have left.
        Database.execute("update ticket set status = 'CLOSED', closed_at = now(), version = version + 1 "
                + "where assignee_id is null and status in ('NEW', 'OPEN')");
        Api.post(SUPERVISOR, "/groups", Map.of("name", group)).then().statusCode(201);
    }

    /** Nobody of this test takes part in the next. */
    @AfterEach
    void leave() {
        clock.reset();
        nobodyIsThere();
        Database.execute(
                "update ticket set status = 'CLOSED', closed_at = now(), version = version + 1 where group_name = ?",
                group);
    }

    private static void nobodyIsThere() {
        Database.execute("update agent set presence = 'OFFLINE', version = version + 1 where presence <> 'OFFLINE'");
        Database.execute("delete from routing_queue");
    }

    @Test
    void without_a_queue_or_without_anybody_there_tickets_wait() {
        UUID agent = online(Map.of());
        String id = waiting();
        routing.run();
        assertThat(assignee(id)).isNull();

        queue(Map.of());
        change(agent, Map.of("presence", "away"));
        routing.run();
        assertThat(assignee(id)).isNull();

        change(agent, Map.of("presence", "online"));
        routing.run();
        assertThat(assignee(id)).isEqualTo(agent.toString());
        assertThat(Api.read(id).getString("status")).isEqualTo("open");
        assertThat(Api.get("/tickets/" + id + "/history")
                        .jsonPath()
                        .getString("items.find { it.field == 'assigneeId' }.actor"))
                .isEqualTo("system:routing");
    }

    @Test
    void skill_language_tier_and_group_are_respected() {
        UUID able = online(Map.of(
                "languages", List.of("pt"),
                "skills", List.of(Map.of("name", "fire", "level", 3)),
                "tier", 2,
                "capacity", Map.of("email", 100)));
        online(Map.of("languages", List.of("pt"), "skills", List.of(Map.of("name", "fire", "level", 2)), "tier", 2));
        online(Map.of("languages", List.of("en"), "skills", List.of(Map.of("name", "fire", "level", 5)), "tier", 2));
        online(Map.of("languages", List.of("pt"), "skills", List.of(Map.of("name", "fire", "level", 5))));
        UUID elsewhere = online(Map.of("skills", List.of(Map.of("name", "fire", "level", 5)), "tier", 3));
        Api.post(SUPERVISOR, "/groups", Map.of("name", "not " + group)).then().statusCode(201);
        change(elsewhere, Map.of("groups", List.of("not " + group)));
        queue(Map.of("skills", List.of(Map.of("name", "fire", "level", 3))));
        Map<String, Object> ticket = Api.ticket("tags", List.of(tag));
        ticket.put("channel", "email");
        ticket.put("language", "pt-BR");
        List<String> ids = Stream.generate(() -> grouped(ticket)).limit(6).toList();
        ids.forEach(Api::escalated);

        routing.run();

        assertThat(ids).allSatisfy(id -> assertThat(assignee(id)).isEqualTo(able.toString()));
    }

    @Test
    void nobody_gets_more_of_a_channel_than_they_can_have_and_what_is_done_makes_room() {
        UUID agent = online(Map.of("capacity", Map.of("chat", 2)));
        queue(Map.of());
        Map<String, Object> chat = Api.ticket("tags", List.of(tag));
        chat.put("channel", "chat");
        List<String> ids = Stream.generate(() -> grouped(chat)).limit(4).toList();

        routing.run();
        routing.run();
        assertThat(ids.stream().filter(id -> assignee(id) != null))
                .as("in the order in which they came")
                .isEqualTo(ids.subList(0, 2).stream().toList());
        Api.changed(ids.getFirst(), Map.of("status", "pending"));
        routing.run();
        assertThat(assignee(ids.get(2))).isEqualTo(agent.toString());
        assertThat(assignee(ids.get(3))).isNull();
        JsonPath profile = Api.get("/agents/" + agent).jsonPath();
        assertThat(profile.getInt("capacity.chat")).isEqualTo(2);
        assertThat(profile.getInt("capacity.phone")).as("what is usual").isEqualTo(1);
    }

    @Test
    void the_most_urgent_come_first() {
        online(Map.of("capacity", Map.of("web", 1)));
        queue(Map.of());
        Map<String, Object> ticket = Api.ticket("tags", List.of(tag));
        ticket.put("channel", "web");
        String normal = grouped(ticket);
        ticket.put("priority", "urgent");
        String urgent = grouped(ticket);

        routing.run();

        assertThat(assignee(urgent)).isNotNull();
        assertThat(assignee(normal)).isNull();
    }

    @Test
    void the_first_queue_that_takes_a_ticket_says_what_it_needs() {
        online(Map.of());
        Map<String, Object> first =
                new HashMap<>(Map.of("position", 1, "skills", List.of(Map.of("name", "nobody has it"))));
        String id = queue(first);
        queue(Map.of("position", 2));
        String ticket = waiting();

        routing.run();
        assertThat(assignee(ticket)).as("the second is not asked").isNull();
        Api.change(SUPERVISOR, "/routing-queues/" + id, Map.of("active", false))
                .then()
                .statusCode(200);
        routing.run();
        assertThat(assignee(ticket)).isNotNull();
    }

    @Test
    void what_absent_people_have_goes_to_others_after_a_while() {
        UUID away = online(Map.of());
        queue(Map.of("returnAfterMinutes", 30));
        String routed = waiting();
        String byHand = waiting();
        Api.changed(byHand, Map.of("assigneeId", away));
        routing.run();
        change(away, Map.of("presence", "away"));
        UUID there = online(Map.of());

        clock.move(Duration.ofMinutes(29));
        routing.run();
        assertThat(assignee(routed)).isEqualTo(away.toString());
        clock.move(Duration.ofMinutes(2));
        routing.run();
        assertThat(assignee(routed)).isEqualTo(there.toString());
        assertThat(assignee(byHand)).as("given by hand, it stays").isEqualTo(away.toString());
    }

    @Test
    void what_becomes_urgent_is_next_however_much_waits_and_was_looked_at_before() {
        online(Map.of("capacity", Map.of("email", 1)));
        queue(Map.of());
        insert(1_200, "'NORMAL'", "array[]::text[]", "null");
        routing.run();
        routing.run();
        assertThat(Database.count("ticket where group_name = ? and assignee_id is not null", group))
                .isEqualTo(1);
        String urgent = Database.value(
                        UUID.class, "select id from ticket where group_name = ? and assignee_id is null limit 1", group)
                .toString();
        Api.changed(urgent, Map.of("priority", "urgent"));

        String first = Database.value(
                        UUID.class, "select id from ticket where group_name = ? and assignee_id is not null", group)
                .toString();
        Api.changed(first, Map.of("status", "pending"));
        routing.run();

        assertThat(assignee(urgent)).isNotNull();
        assertThat(Database.count("ticket where group_name = ? and assignee_id is not null", group))
                .isEqualTo(2);
    }

    @Test
    void behind_many_that_nobody_can_take_the_others_are_found_too() {
        UUID agent = online(Map.of("languages", List.of("en"), "capacity", Map.of("email", 5)));
        queue(Map.of());
        insert(2_500, "'HIGH'", "array[]::text[]", "'ta'");
        insert(1, "'LOW'", "array[]::text[]", "'en'");

        for (int run = 0; run < 6; run++) {
            routing.run();
        }

        assertThat(Database.count("ticket where group_name = ? and assignee_id = ?", group, agent))
                .isEqualTo(1);
    }

    @Test
    void behind_many_that_nobody_can_take_what_is_new_is_found_at_once() {
        online(Map.of("languages", List.of("en")));
        queue(Map.of());
        insert(3_000, "'HIGH'", "array[]::text[]", "'ta'");
        Database.execute("update ticket set updated_at = now() - interval '1 h' where group_name = ?", group);
        routing.run();
        String fresh = waiting();

        routing.run();

        assertThat(assignee(fresh)).isNotNull();
    }

    @Test
    void one_that_cannot_be_written_holds_up_no_other() {
        UUID agent = online(Map.of());
        queue(Map.of());
        // From here on, what is opened is new, whatever other tests have left waiting.
        routing.run();
        List<String> ids = Stream.generate(this::waiting).limit(3).toList();

        Unwritable.during("ticket", "id", ids.getFirst(), routing::run);

        assertThat(assignee(ids.get(0))).isNull();
        assertThat(assignee(ids.get(1))).isEqualTo(agent.toString());
        assertThat(assignee(ids.get(2))).isEqualTo(agent.toString());
        Api.changed(ids.get(0), Map.of("priority", "urgent"));
        routing.run();
        assertThat(assignee(ids.get(0))).isEqualTo(agent.toString());
    }

    @Test
    void what_was_given_away_or_has_changed_meanwhile_is_not_taken_back() {
        UUID away = online(Map.of());
        queue(Map.of("returnAfterMinutes", 30));
        List<String> ids = Stream.generate(this::waiting).limit(3).toList();
        routing.run();
        change(away, Map.of("presence", "away"));
        clock.move(Duration.ofMinutes(31));
        UUID other = Given.agent();
        Api.changed(ids.get(0), Map.of("assigneeId", other));
        Api.changed(ids.get(1), Map.of("status", "pending"));
        List<UUID> deserted = ids.stream().map(UUID::fromString).toList();

        int taken = QuarkusTransaction.requiringNew().call(() -> routing.takeBack(deserted));

        assertThat(taken).isEqualTo(1);
        assertThat(assignee(ids.get(0))).isEqualTo(other.toString());
        assertThat(assignee(ids.get(1))).isEqualTo(away.toString());
        assertThat(assignee(ids.get(2))).isNull();
    }

    @Test
    void a_queue_that_is_switched_off_takes_nothing_back_but_from_those_who_have_left() {
        UUID away = online(Map.of());
        String id = queue(Map.of("returnAfterMinutes", 30));
        String ticket = waiting();
        routing.run();
        Api.change(SUPERVISOR, "/routing-queues/" + id, Map.of("active", false))
                .then()
                .statusCode(200);
        change(away, Map.of("presence", "offline"));
        clock.move(Duration.ofHours(1));
        routing.run();
        assertThat(assignee(ticket)).isEqualTo(away.toString());

        Database.execute("update agent set active = false, version = version + 1 where id = ?", away);
        routing.run();
        assertThat(assignee(ticket)).isNull();
    }

    @Test
    void what_is_handed_to_the_next_tier_goes_to_its_people() {
        UUID first = online(Map.of());
        queue(Map.of());
        String routed = waiting();
        routing.run();
        UUID second = online(Map.of("tier", 2));
        routing.run();
        assertThat(assignee(routed)).isEqualTo(first.toString());

        Api.escalated(routed);
        routing.run();

        assertThat(assignee(routed)).isEqualTo(second.toString());
    }

    @Test
    void several_replicas_at_once_give_each_ticket_once_and_nobody_too_much() throws Exception {
        List<UUID> people = Stream.generate(() -> online(Map.of("capacity", Map.of("api", 5))))
                .limit(4)
                .toList();
        queue(Map.of());
        Map<String, Object> ticket = Api.ticket("tags", List.of(tag));
        ticket.put("channel", "api");
        List<String> ids = Stream.generate(() -> grouped(ticket)).limit(30).toList();
        CyclicBarrier barrier = new CyclicBarrier(4);
        Callable<Void> run = () -> {
            TicketRouting replica = new TicketRouting(
                    tickets, agents, queues, pools, waitingTickets, journal, causation, stopping, clock);
            barrier.await();
            ManagedContext request = Arc.container().requestContext();
            request.activate();
            try {
                replica.run();
            } finally {
                request.terminate();
            }
            return null;
        };

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(4, run))) {
                done.get();
            }
        }
        routing.run();

        Map<String, Long> given = ids.stream()
                .map(this::assignee)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(given.values()).containsExactly(5L, 5L, 5L, 5L);
        assertThat(given.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(UUID::toString).toList());
    }

    /** Ten thousand tickets, fifty people: the figures of the specification. */
    @Test
    void ten_thousand_tickets_are_given_to_fifty_people_fairly() {
        for (int i = 0; i < 50; i++) {
            online(Map.of(
                    "languages", List.of(i % 2 == 0 ? "en" : "de"),
                    "skills", List.of(Map.of("name", i % 5 == 0 ? "fire" : "water", "level", 3)),
                    "capacity", Map.of("email", 220)));
        }
        Api.post(
                        SUPERVISOR,
                        "/routing-queues",
                        Map.of(
                                "name",
                                "Fire " + tag,
                                "position",
                                1,
                                "conditions",
                                List.of(condition("group", group), condition("tag", "fire")),
                                "skills",
                                List.of(Map.of("name", "fire", "level", 2))))
                .then()
                .statusCode(201);
        queue(Map.of("position", 2));
        insert(
                10_000,
                "case when n % 10 = 0 then 'URGENT' else 'NORMAL' end",
                "case when n % 5 = 0 then array['fire'] else array[]::text[] end",
                "case n % 2 when 0 then 'en' else 'de' end");

        for (int run = 0; run < 4; run++) {
            routing.run();
        }

        assertThat(Database.count("ticket where group_name = ? and assignee_id is null", group))
                .isZero();
        assertThat(Database.count(
                        "(select assignee_id from ticket where group_name = ? group by 1 having count(*) not between 180 and 220) x",
                        group))
                .as("people with a tenth more or less than their share, or more than they can have")
                .isZero();
        assertThat(Database.count(
                        "ticket t join agent a on a.id = t.assignee_id "
                                + "where t.group_name = ? and not a.languages @> array[t.language]",
                        group))
                .as("languages that they do not speak")
                .isZero();
        assertThat(Database.count(
                        "ticket t join agent a on a.id = t.assignee_id where t.group_name = ? "
                                + "and t.tags @> array['fire'] and a.skills @> '[{\"name\":\"water\"}]'",
                        group))
                .as("skills that they do not have")
                .isZero();
    }

    @Test
    void of_two_who_take_a_ticket_one_has_it() throws Exception {
        List<UUID> people = List.of(Given.agent("Mei Tanaka"), Given.agent("Amara Okafor"));
        for (int round = 0; round < 5; round++) {
            String id = waiting();
            CyclicBarrier barrier = new CyclicBarrier(2);
            List<Response> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Callable<Response>> claims = people.stream()
                        .<Callable<Response>>map(agent -> () -> {
                            barrier.await();
                            return claim(agent, id);
                        })
                        .toList();
                for (Future<Response> done : threads.invokeAll(claims)) {
                    answers.add(done.get());
                }
            }

            assertThat(answers.stream().map(Response::statusCode)).containsExactlyInAnyOrder(201, 409);
            int loser = answers.get(0).statusCode() == 409 ? 0 : 1;
            assertProblem(answers.get(loser), 409, "ticket-taken");
            assertThat(answers.get(loser).jsonPath().getString("assigneeId"))
                    .isEqualTo(people.get(1 - loser).toString())
                    .isEqualTo(assignee(id));
            assertThat(claim(people.get(1 - loser), id).statusCode())
                    .as("again by the same")
                    .isEqualTo(201);
        }
        String closed = Given.closedTicket();
        assertProblem(claim(people.getFirst(), closed), 409, "ticket-closed");
        assertProblem(claim(UUID.randomUUID(), waiting()), 409, "no-agent");
    }

    @Test
    void groups_and_capacity_are_checked_where_they_are_given() {
        UUID agent = Given.agent();
        String path = "/agents/" + agent;

        assertProblem(
                Api.change(SUPERVISOR, path, Map.of("groups", List.of(group, "nobody"))),
                422,
                "group-unknown",
                "/groups/1");
        assertProblem(
                Api.change(SUPERVISOR, path, Map.of("capacity", Map.of("chat", -1))),
                400,
                "invalid-request",
                "/capacity/chat");
        assertProblem(Api.change(SUPERVISOR, path, Map.of("capacity", Map.of("pigeon", 1))), 400, "invalid-request");
        assertProblem(
                Api.change(Tokens.of(agent, "agent"), path, Map.of("capacity", Map.of("chat", 1))), 403, "forbidden");
        Map<String, Object> none = new HashMap<>();
        none.put("chat", null);
        change(agent, Map.of("capacity", Map.of("chat", 9, "in_person", 2)));
        change(agent, Map.of("capacity", none));
        assertThat(Api.get(path).jsonPath().getMap("capacity"))
                .containsEntry("chat", 3)
                .containsEntry("in_person", 2);
    }

    /** Tickets that were there before; each of the values is said in SQL, of the number n. */
    private void insert(int count, String priority, String tags, String language) {
        Database.execute("""
                insert into ticket (id, version, writable_since, subject, description, type, channel, status, priority, origin,
                    requester_name, email, group_name, tier, tags, language, follower_ids, custom_fields, created_at, updated_at)
                select gen_random_uuid(), 0, 0, 'Burning', 'It burns.', 'QUESTION', 'EMAIL', 'NEW', %s, 'AGENT',
                    'Somebody', 'someone@example.org', ?, 1, %s, %s, '{}', '{}', now(), now()
                from generate_series(1, %d) n""".formatted(priority, tags, language, count), group);
    }

    private UUID online(Map<String, Object> profile) {
        UUID agent = Given.agent();
        Map<String, Object> whole = new HashMap<>(profile);
        whole.put("groups", List.of(group));
        whole.put("presence", "online");
        change(agent, whole);
        return agent;
    }

    private static void change(UUID agent, Map<String, Object> changes) {
        Api.change(SUPERVISOR, "/agents/" + agent, changes).then().statusCode(200);
    }

    private String queue(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("name", "Queue " + UUID.randomUUID());
        body.put("conditions", List.of(condition("group", group)));
        Response made = Api.post(SUPERVISOR, "/routing-queues", body);
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        return made.jsonPath().getString("id");
    }

    private static Map<String, Object> condition(String field, String value) {
        return Map.of("field", field, "in", List.of(value));
    }

    private String waiting() {
        return grouped(Api.ticket("tags", List.of(tag)));
    }

    /** A ticket of the group, which is given after it was opened. */
    private String grouped(Map<String, Object> ticket) {
        String id = Api.opened(ticket).getString("id");
        Api.changed(id, Map.of("group", group));
        return id;
    }

    private String assignee(String id) {
        return Api.read(id).getString("assignee.id");
    }

    private static Response claim(UUID agent, String id) {
        return as(Tokens.of(agent, "agent")).post("/api/v1/tickets/" + id + "/claims");
    }
}
