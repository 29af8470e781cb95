package helpdesk.e2e;

import static helpdesk.e2e.Api.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What tickets can do beyond the main flow, through the gateway, where more than one service takes part. */
class TicketsInFullIT {

    private static Api anonymous;
    private static Api.Agent agent;

    @BeforeAll
    static void start() {
        RunningStack stack = RunningStack.shared();
        anonymous = Api.anonymous(stack);
        agent = Api.admin(stack).hire("Mei Tanaka");
    }

    @Test
    void a_large_file_goes_through_the_gateway_and_comes_back_as_it_was() {
        String ticket = opened();
        byte[] file = new byte[8 * 1024 * 1024];
        new Random(1).nextBytes(file);
        byte[] begin = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        System.arraycopy(begin, 0, file, 0, begin.length);

        Response sent = agent.api().postFile("/api/v1/tickets/" + ticket + "/attachments?name=large.png", file);

        String id = json(201, sent).getString("id");
        Response back = agent.api().get("/api/v1/tickets/" + ticket + "/attachments/" + id + "/content");
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(back.asByteArray()).isEqualTo(file);
        assertThat(back.header("Content-Disposition")).startsWith("attachment");
        assertThat(back.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
    }

    @Test
    void a_wish_to_be_called_back_becomes_a_callback_that_staff_see() {
        JsonPath request = request();
        String link = path(request.getString("link"));

        JsonPath asked = json(
                202, anonymous.post(link + "/callbacks", Map.of("phone", "+4930901820", "timeZone", "Europe/Berlin")));

        agent.api()
                .await(
                        "the callback is there",
                        "/api/v1/callbacks/" + asked.getString("id"),
                        callback -> callback.getString("phone").equals("+4930901820"));
    }

    @Test
    void a_third_party_is_written_to_and_answers_by_the_link() {
        String ticket = opened();
        String party = unique("desk") + "@parcel.example.com";
        JsonPath side = json(
                201,
                agent.api()
                        .post(
                                "/api/v1/tickets/" + ticket + "/side-conversations",
                                Map.of(
                                        "subject", "Where is parcel 77120?",
                                        "party", Map.of("name", "Parcel service", "email", party),
                                        "body", "Please look.")));

        JsonPath messages = agent.api()
                .await(
                        "the third party has a message",
                        "/api/v1/messages?to=" + party,
                        body -> body.getList("items").size() == 1);
        assertThat(messages.getString("items[0].body")).contains("/api/v1/side-conversations/");
        String link = path(side.getString("link"));
        json(201, anonymous.post(link + "/messages", Map.of("body", "It is at the depot.")));
        assertThat(json(
                                200,
                                agent.api()
                                        .get("/api/v1/tickets/" + ticket + "/side-conversations/" + side.getString("id")
                                                + "/messages"))
                        .getList("items.byParty"))
                .containsExactly(false, true);
    }

    @Test
    void who_is_at_a_ticket_is_told_by_the_event_log() {
        String ticket = opened();

        json(200, agent.api().post("/api/v1/tickets/" + ticket + "/presence", Map.of("activity", "writing")));

        agent.api()
                .await(
                        "the log tells",
                        "/api/v1/events?limit=100&type=org.helpdesk.presence.changed.v1",
                        body -> body.getList("items.data.ticketId").contains(ticket));
    }

    @Test
    void a_merge_is_in_the_customers_timeline() {
        String email = unique("amara") + "@example.org";
        String first = opened(email);
        String second = opened(email);
        String customer = agent.api()
                .await(
                        "the ticket knows its customer",
                        "/api/v1/tickets/" + second,
                        body -> body.getString("requester.customerId") != null)
                .getString("requester.customerId");

        json(201, agent.api().post("/api/v1/tickets/" + first + "/merges", Map.of("sources", List.of(second))));

        agent.api()
                .await(
                        "the timeline tells of the merge",
                        "/api/v1/customers/" + customer + "/timeline",
                        body -> body.getList("items.kind").contains("ticket.merged"));
    }

    private static String opened() {
        return opened(unique("amara") + "@example.org");
    }

    private static String opened(String email) {
        return json(
                        201,
                        agent.api()
                                .post(
                                        "/api/v1/tickets",
                                        Map.of(
                                                "subject", "Printer on fire",
                                                "description", "It burns.",
                                                "requester", Map.of("name", "Amara Okafor", "email", email))))
                .getString("id");
    }

    private static JsonPath request() {
        return json(
                201,
                anonymous.post(
                        "/api/v1/requests",
                        Map.of(
                                "name", "Nursultan",
                                "email", unique("nursultan") + "@example.org",
                                "subject", "Wrong invoice",
                                "description", "The total is wrong.")));
    }

    private static String path(String link) {
        return link.substring(link.indexOf("/api/v1"));
    }

    private static String unique(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
