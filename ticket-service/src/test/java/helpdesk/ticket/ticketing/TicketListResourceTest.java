package helpdesk.ticket.ticketing;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.assertProblem;
import static helpdesk.ticket.Api.changed;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each filter and each order. Tests tell their own tickets from those of others by a tag. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketListResourceTest {

    private final String tag = "t" + UUID.randomUUID();

    @Test
    void tickets_are_found_by_status() {
        String fresh = tagged();
        String pending = tagged();
        changed(pending, Map.of("status", "pending"));
        String held = tagged();
        changed(held, Map.of("status", "on_hold"));

        assertThat(ids("status=new")).containsExactly(fresh);
        assertThat(ids("status=pending,on_hold")).containsExactly(held, pending);
        assertThat(ids("status=open")).isEmpty();
    }

    @Test
    void tickets_are_found_by_priority_type_channel_and_group() {
        String other = tagged();
        Map<String, Object> told = ticket("tags", List.of(tag));
        told.put("priority", "urgent");
        told.put("type", "complaint");
        told.put("channel", "in_person");
        String sought = opened(told).getString("id");
        changed(sought, Map.of("group", "printers & more"));

        assertThat(ids("priority=urgent,high")).containsExactly(sought);
        assertThat(ids("type=complaint")).containsExactly(sought);
        assertThat(ids("channel=in_person,phone")).containsExactly(sought);
        assertThat(ids("group=printers %26 more")).containsExactly(sought);
        assertThat(ids("priority=normal&type=question&channel=api&group=support"))
                .containsExactly(other);
        assertThat(ids("priority=urgent&type=question")).isEmpty();
    }

    @Test
    void tickets_are_found_by_their_tags() {
        String both = opened(ticket("tags", List.of(tag, "বাংলা"))).getString("id");
        String one = tagged();

        assertThat(ids("limit=20")).containsExactly(one, both);
        assertThat(agent().queryParam("tag", "বাংলা")
                        .queryParam("sort", "-createdAt")
                        .get("/api/v1/tickets")
                        .jsonPath()
                        .getList("items.id"))
                .contains(both)
                .doesNotContain(one);
    }

    @Test
    void tickets_are_found_by_who_has_them() {
        UUID worker = Given.agent();
        String mine = tagged();
        changed(mine, Map.of("assigneeId", worker));
        String nobodys = tagged();

        assertThat(ids("assignee=" + worker)).containsExactly(mine);
        assertThat(ids("assignee=none")).containsExactly(nobodys);
        assertThat(Api.as(Tokens.of(worker, "agent"))
                        .get("/api/v1/tickets?assignee=me&tag=" + tag)
                        .jsonPath()
                        .getList("items.id"))
                .isEqualTo(List.of(mine));
        assertThat(ids("assignee=me")).isEmpty();
        assertProblem(
                Api.as(Tokens.ofApiKey(UUID.randomUUID(), "integration")).get("/api/v1/tickets?assignee=me"),
                400,
                "invalid-parameter",
                "?assignee");
    }

    @Test
    void tickets_are_found_by_customer_and_by_what_they_follow_up() {
        UUID customer = UUID.randomUUID();
        try (EventProbe probe = EventProbe.on("helpdesk.customer")) {
            probe.publish("helpdesk.customer", Given.customer(customer));
        }
        Map<String, Object> told = ticket("tags", List.of(tag));
        told.put("requester", Map.of("customerId", customer));
        String theirs = opened(told).getString("id");
        tagged();

        assertThat(ids("customerId=" + customer)).containsExactly(theirs);
        assertThat(ids("followUpOf=" + theirs)).isEmpty();
    }

    @Test
    void both_orders_of_each_sort_are_there() {
        String first = tagged();
        String second = tagged();
        String third = tagged();
        changed(first, Map.of("priority", "high"));

        assertThat(ids("sort=createdAt")).containsExactly(first, second, third);
        assertThat(ids("sort=-createdAt")).containsExactly(third, second, first);
        assertThat(ids("sort=number")).containsExactly(first, second, third);
        assertThat(ids("sort=-number")).containsExactly(third, second, first);
        assertThat(ids("sort=updatedAt")).containsExactly(second, third, first);
        assertThat(ids("sort=-updatedAt")).containsExactly(first, third, second);
        assertThat(ids("limit=20")).containsExactly(first, third, second);
    }

    @Test
    void a_list_shows_tickets_as_they_are_read_alone() {
        UUID worker = Given.agent();
        String id = tagged();
        changed(id, Map.of("assigneeId", worker, "category", "printers"));

        Map<String, Object> listed = list("tag=" + tag).jsonPath().getMap("items[0]");
        Map<String, Object> alone = Api.read(id).getMap("$");

        listed.remove("serviceLevel");
        alone.remove("serviceLevel");
        assertThat(listed).isEqualTo(alone);
    }

    @Test
    void all_are_counted_only_when_that_is_asked_for() {
        tagged();
        tagged();
        tagged();

        Response counted = list("limit=2&count=true&tag=" + tag);
        assertThat(counted.jsonPath().getList("items")).hasSize(2);
        assertThat(counted.jsonPath().getInt("total")).isEqualTo(3);
        assertThat(list("tag=" + tag).jsonPath().getMap("$")).doesNotContainKey("total");
        assertThat(list("count=true&tag=no" + tag).jsonPath().getInt("total")).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=done",
                "status=open,",
                "status=,",
                "priority=asap",
                "type=bug",
                "channel=fax",
                "assignee=somebody",
                "customerId=1",
                "followUpOf=x",
                "tag=%20",
                "q=%20%09",
                "sort=subject",
                "sort=--updatedAt",
                "sort=t.id",
                "sort=updatedAt%20desc;drop%20table%20ticket",
                "sort=(select%201)",
                "sort=UPDATEDAT",
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=many",
                "limit=99999999999",
                "after=x",
                "after=%27%20or%201=1"
            })
    void a_parameter_that_cannot_be_understood_is_named(String query) {
        Response answer = agent().urlEncodingEnabled(false).get("/api/v1/tickets?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.jsonPath().getList("errors.pointer"))
                .as(answer.asString())
                .isEqualTo(List.of("?" + query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"q=%00", "group=a%00", "tag=a%00b", "status=%00", "assignee=%00"})
    void a_character_that_no_text_can_hold_is_refused(String query) {
        Response answer = agent().urlEncodingEnabled(false).get("/api/v1/tickets?" + query);

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void a_parameter_that_was_left_empty_filters_nothing() {
        String id = tagged();

        assertThat(ids("status=&assignee=&q=&group=&customerId=&sort=&priority="))
                .containsExactly(id);
    }

    @Test
    void more_values_than_anybody_needs_are_refused() {
        assertProblem(list("status=" + "open,".repeat(20) + "new"), 400, "invalid-parameter", "?status");
    }

    private String tagged() {
        return opened(ticket("tags", List.of(tag))).getString("id");
    }

    private List<String> ids(String query) {
        return list("tag=" + tag + "&" + query).jsonPath().getList("items.id");
    }

    private static Response list(String query) {
        Response answer = agent().urlEncodingEnabled(false).get("/api/v1/tickets?" + query.replace(" ", "%20"));
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 400);
        return answer;
    }
}
