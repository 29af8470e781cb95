package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The main flow as the README tells it, through the gateway, over all five services. */
class MainFlowIT {

    private static Api anonymous;
    private static Api admin;
    private static Api.Agent agent;

    @BeforeAll
    static void start() {
        RunningStack stack = RunningStack.shared();
        anonymous = Api.anonymous(stack);
        admin = Api.admin(stack);
        agent = admin.hire("Mei Tanaka");
    }

    @Test
    void a_ticket_by_api_finds_its_customer_and_is_acknowledged_in_their_language() {
        String email = unique("amara") + "@example.org";
        JsonPath ticket = open(Map.of("name", "Amara Okafor", "email", email), "fr");
        assertThat(ticket.getString("number")).startsWith("HD-");
        assertThat(ticket.getList("serviceLevel.clocks.metric"))
                .contains("acknowledgement", "firstReply", "resolution");

        JsonPath identified = agent.api()
                .await(
                        "the ticket knows its customer",
                        "/api/v1/tickets/" + ticket.getString("id"),
                        body -> body.getString("requester.customerId") != null);
        String customer = identified.getString("requester.customerId");
        assertThat(json(200, agent.api().get("/api/v1/customers?email=" + email))
                        .getList("items.id"))
                .containsExactly(customer);

        JsonPath messages = agent.api()
                .await(
                        "the acknowledgement is there",
                        "/api/v1/messages?ticketId=" + ticket.getString("id"),
                        body -> body.getList("items").size() == 1);
        assertThat(messages.getString("items[0].kind")).isEqualTo("acknowledgement");
        assertThat(messages.getString("items[0].language")).isEqualTo("fr");
        assertThat(messages.getString("items[0].to")).isEqualTo(email);
        assertThat(messages.getString("items[0].body")).contains(ticket.getString("number"));
    }

    @Test
    void the_requester_reads_and_answers_by_the_link_and_opens_the_ticket_again() {
        JsonPath request = json(
                201,
                anonymous.post(
                        "/api/v1/requests",
                        Map.of(
                                "name", "Nursultan",
                                "email", unique("nursultan") + "@example.org",
                                "subject", "Wrong invoice",
                                "description", "The total is wrong.",
                                "language", "kk")));
        String link = path(request.getString("link"));
        String ticketPath = "/api/v1/tickets/" + request.getString("number");
        json(200, agent.api().patch(ticketPath, Map.of("assigneeId", agent.id())));
        json(201, agent.api().post(ticketPath + "/comments", Map.of("body", "Which total?", "visibility", "public")));
        json(
                201,
                agent.api().post(ticketPath + "/comments", Map.of("body", "Check the tax.", "visibility", "internal")));
        assertThat(json(200, agent.api().patch(ticketPath, Map.of("status", "pending")))
                        .getString("status"))
                .isEqualTo("pending");

        assertThat(json(200, anonymous.get(link)).getString("servedBy.name")).isEqualTo("Mei Tanaka");
        assertThat(json(200, anonymous.get(link + "/comments")).getList("items.body"))
                .containsExactly("Which total?");
        json(201, anonymous.post(link + "/comments", Map.of("body", "The one on page two.")));

        assertThat(json(200, agent.api().get(ticketPath)).getString("status")).isEqualTo("open");
    }

    @Test
    void a_low_answer_to_the_survey_becomes_a_follow_up_and_all_is_on_the_timeline() {
        JsonPath ticket = open(Map.of("email", unique("low") + "@example.org"), "en");
        String path = "/api/v1/tickets/" + ticket.getString("id");
        json(200, agent.api().patch(path, Map.of("assigneeId", agent.id())));
        json(200, agent.api().patch(path, Map.of("status", "resolved", "resolution", "Replaced the part.")));

        JsonPath invitations = agent.api()
                .await(
                        "the invitation is there",
                        "/api/v1/invitations?ticketId=" + ticket.getString("id"),
                        body -> body.getString("items[0].link") != null);
        String survey = path(invitations.getString("items[0].link"));
        JsonPath questions = json(200, anonymous.get(survey));
        String rating = questions.getString("survey.questions.find { it.kind == 'rating10' }.key");
        json(
                201,
                anonymous.post(
                        survey + "/response",
                        Map.of("answers", List.of(Map.of("key", rating, "value", 3, "comment", "Too slow")))));

        JsonPath rated = agent.api().await("the ticket knows", path, body -> body.get("satisfaction.score") != null);
        assertThat(rated.getInt("satisfaction.score")).isEqualTo(3);
        JsonPath followUps = agent.api()
                .await(
                        "the follow-up is open",
                        "/api/v1/tickets?followUpOf=" + ticket.getString("id"),
                        body -> !body.getList("items").isEmpty());
        assertThat(followUps.getList("items")).hasSize(1);
        assertThat(followUps.getString("items[0].type")).isEqualTo("complaint");
        assertThat(followUps.getString("items[0].priority")).isEqualTo("high");
        assertThat(followUps.getString("items[0].followUpOf")).isEqualTo(ticket.getString("id"));

        String customer = rated.getString("requester.customerId");
        JsonPath timeline = agent.api()
                .await(
                        "the timeline is whole",
                        "/api/v1/customers/" + customer + "/timeline?limit=100",
                        body -> body.getList("items.kind")
                                .containsAll(List.of(
                                        "ticket.opened",
                                        "ticket.assigned",
                                        "ticket.resolved",
                                        "survey.invited",
                                        "survey.answered")));
        assertThat(timeline.<String>getList("items.at")).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void callbacks_are_booked_up_to_the_capacity_and_not_beyond() {
        JsonPath slots = json(200, agent.api().get("/api/v1/callback-slots"));
        int index = slots.<Integer>getList("items.remaining").indexOf(2);
        String start = slots.getString("items[" + index + "].start");
        Map<String, Object> booking = Map.of(
                "name", "Ravi",
                "phone", "+49 30 901820",
                "slotStart", start,
                "timeZone", "Europe/Berlin",
                "reason", "To talk it over");
        JsonPath first = json(201, agent.api().post("/api/v1/callbacks", booking));
        json(201, agent.api().post("/api/v1/callbacks", booking));
        assertThat(json(409, agent.api().post("/api/v1/callbacks", booking)).getString("code"))
                .isEqualTo("slot-full");

        json(
                201,
                agent.api()
                        .post(
                                "/api/v1/callbacks/" + first.getString("id") + "/attempts",
                                Map.of("outcome", "answered", "note", "All well")));
        assertThat(json(200, agent.api().get("/api/v1/callbacks/" + first.getString("id")))
                        .getString("status"))
                .isEqualTo("completed");
    }

    @Test
    void an_integration_posts_an_event_and_sees_it_in_the_log_with_the_others() {
        JsonPath key =
                json(201, admin.post("/api/v1/api-keys", Map.of("name", "Shop", "roles", List.of("integration"))));
        Api shop = anonymous.bearing(key.getString("key"));
        String id = UUID.randomUUID().toString();
        shop.postAs(
                        "application/cloudevents+json",
                        "/api/v1/events",
                        Map.of(
                                "specversion", "1.0",
                                "id", id,
                                "source", "https://shop.example.com",
                                "type", "com.example.order.delayed",
                                "subject", "order-7",
                                "data", Map.of("order", 7)))
                .then()
                .statusCode(202);
        shop.await(
                "the event is in the log", "/api/v1/events?subject=order-7&limit=100", body -> body.getList("items.id")
                        .contains(id));

        JsonPath ticket = open(Map.of("email", unique("log") + "@example.org"), "en");
        agent.api()
                .await(
                        "the ticket's events are in the log too",
                        "/api/v1/events?limit=100&subject=" + ticket.getString("id"),
                        body -> body.getList("items.type")
                                .containsAll(List.of(
                                        "org.helpdesk.ticket.opened.v1", "org.helpdesk.ticket.acknowledged.v1")));
    }

    private static JsonPath open(Map<String, Object> requester, String language) {
        return json(
                201,
                agent.api()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject", "Printer on fire",
                                        "description", "It burns.",
                                        "type", "incident",
                                        "channel", "email",
                                        "language", language,
                                        "requester", requester)));
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/api/"));
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
