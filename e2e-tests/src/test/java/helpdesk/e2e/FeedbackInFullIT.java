package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The closed loop over all services: asked, answered, rewarded, followed up, improved, told. */
class FeedbackInFullIT {

    private static final Duration LONG = Duration.ofMinutes(2);

    private final RunningStack stack = RunningStack.shared();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final Api anonymous = Api.anonymous(stack);
    private Api admin;
    private Api.Agent agent;

    @BeforeEach
    void signIn() {
        admin = Api.admin(stack);
        agent = admin.hire("Mei Tanaka");
    }

    @Test
    void an_unhappy_answer_is_rewarded_followed_up_and_becomes_an_improvement_that_is_told_once() {
        String survey = survey();
        json(
                201,
                admin.post(
                        "/api/v1/reward-programs",
                        Map.of(
                                "name",
                                "Thanks " + mark,
                                "value",
                                Map.of("percent", 10),
                                "validDays",
                                30,
                                "issue",
                                Map.of("on", "survey.answered", "surveyId", survey))));
        JsonPath campaign = json(
                201,
                admin.post(
                        "/api/v1/campaigns",
                        Map.of(
                                "name",
                                "Social " + mark,
                                "on",
                                "ticket.resolved",
                                "position",
                                1,
                                "surveyId",
                                survey,
                                "quietPeriod",
                                "PT0S",
                                "only",
                                Map.of("channels", List.of("social")))));
        JsonPath ticket = solve(open());
        String link = invitation(ticket, campaign.getString("id"));
        String response = json(
                        201,
                        anonymous.post(
                                link + "/response",
                                Map.of(
                                        "answers",
                                        List.of(
                                                Map.of("key", "rating", "value", 3),
                                                Map.of("key", "improve", "value", "Write sooner " + mark)))))
                .getString("id");
        anonymous.await("the coupon is shown", link, page -> page.getString("rewards[0].code") != null);

        JsonPath followUp = agent.api()
                .await(
                        "somebody sees to it",
                        "/api/v1/follow-ups?limit=100",
                        page -> page.getString(of(response) + ".followUpTicketId") != null);
        JsonPath second = solve(json(
                200, agent.api().get("/api/v1/tickets/" + followUp.getString(of(response) + ".followUpTicketId"))));
        String again = invitation(second, null);
        json(201, anonymous.post(again + "/response", Map.of("answers", List.of(Map.of("key", "rating", "value", 9)))));
        agent.api()
                .await(
                        "they are recovered",
                        "/api/v1/follow-ups?state=answered&limit=100",
                        page -> page.getMap(of(response)) != null && page.getInt(of(response) + ".secondScore") == 9);

        String improvement = json(
                        201,
                        admin.post(
                                "/api/v1/improvements",
                                Map.of("title", "Answer sooner " + mark, "responseIds", List.of(response))))
                .getString("id");
        admin.patch("/api/v1/improvements/" + improvement, Map.of("state", "in_progress"));
        json(
                200,
                admin.patch(
                        "/api/v1/improvements/" + improvement,
                        Map.of("state", "done", "outcome", Map.of("en", "Everybody hears from us within an hour."))));
        stack.kill("feedback-service");
        JsonPath messages = admin.await(
                LONG, "they are told", "/api/v1/messages?kind=improvement_done&to=" + email(), page -> !page.getList(
                                "items")
                        .isEmpty());
        assertThat(messages.getList("items")).hasSize(1);
        assertThat(messages.getString("items[0].body"))
                .contains("Answer sooner " + mark)
                .contains("within an hour");
        json(200, admin.patch("/api/v1/campaigns/" + campaign.getString("id"), Map.of("active", false)));
    }

    @Test
    void whoever_finds_a_card_answers_and_is_followed_up_when_they_say_how() {
        JsonPath campaign = json(
                201,
                admin.post("/api/v1/campaigns", Map.of("name", "Counter " + mark, "on", "card", "surveyId", survey())));
        String card = path(campaign.getString("cardLink"));
        json(201, anonymous.post(card + "/response", Map.of("answers", List.of(Map.of("key", "rating", "value", 2)))));
        json(
                201,
                anonymous.post(
                        card + "/response",
                        Map.of(
                                "answers",
                                List.of(Map.of("key", "rating", "value", 2)),
                                "name",
                                "Amara",
                                "email",
                                email())));
        JsonPath tickets = agent.api()
                .await(
                        "a ticket opens for who said how to reach them",
                        "/api/v1/tickets?q=" + email(),
                        page -> !page.getList("items").isEmpty());
        assertThat(tickets.getList("items")).hasSize(1);
        assertThat(tickets.getString("items[0].type")).isEqualTo("complaint");
        assertThat(tickets.getString("items[0].priority")).isEqualTo("high");
        json(200, admin.patch("/api/v1/campaigns/" + campaign.getString("id"), Map.of("active", false)));
        assertThat(anonymous.get(card).statusCode()).isEqualTo(410);
    }

    private String survey() {
        String id = json(
                        201,
                        admin.post(
                                "/api/v1/surveys",
                                Map.of(
                                        "name",
                                        "How are we doing? " + mark,
                                        "questions",
                                        List.of(
                                                Map.of(
                                                        "key",
                                                        "rating",
                                                        "kind",
                                                        "rating10",
                                                        "text",
                                                        Map.of("en", "How was it?")),
                                                Map.of(
                                                        "key",
                                                        "improve",
                                                        "kind",
                                                        "improvement",
                                                        "text",
                                                        Map.of("en", "What to improve?"))))))
                .getString("id");
        json(201, admin.post("/api/v1/surveys/" + id + "/publication", Map.of()));
        return id;
    }

    private JsonPath open() {
        return json(
                201,
                agent.api()
                        .post(
                                "/api/v1/tickets",
                                Map.of(
                                        "subject", "Where is my parcel " + mark,
                                        "description", "It was to come yesterday.",
                                        "channel", "social",
                                        "language", "en",
                                        "requester", Map.of("name", "Amara Okafor", "email", email()))));
    }

    private JsonPath solve(JsonPath ticket) {
        String path = "/api/v1/tickets/" + ticket.getString("id");
        agent.api()
                .await("the ticket knows its customer", path, body -> body.getString("requester.customerId") != null);
        json(200, agent.api().patch(path, Map.of("assigneeId", agent.id())));
        return json(200, agent.api().patch(path, Map.of("status", "resolved", "resolution", "It has arrived.")));
    }

    /** The path by which the customer answers about the ticket. */
    private String invitation(JsonPath ticket, String campaign) {
        JsonPath invitations = agent.api()
                .await(
                        "the customer is invited",
                        "/api/v1/invitations?ticketId=" + ticket.getString("id"),
                        page -> page.getString("items[0].link") != null);
        if (campaign != null) {
            assertThat(invitations.getString("items[0].campaignId")).isEqualTo(campaign);
        }
        return path(invitations.getString("items[0].link"));
    }

    private static String of(String response) {
        return "items.find { it.responseId == '%s' }".formatted(response);
    }

    private String email() {
        return "amara-" + mark + "@example.org";
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/api/"));
    }
}
