package helpdesk.gateway.proxy;

import static helpdesk.gateway.Gateway.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class ReverseProxyTest {

    @Test
    void a_request_goes_through_with_method_path_query_and_body() {
        given().urlEncodingEnabled(false)
                .contentType(ContentType.JSON)
                .body("{\"subject\":\"no parcel\"}")
                .post("/api/v1/tickets/echo?q=a%20b&status=open,pending")
                .then()
                .statusCode(200)
                .body("method", equalTo("POST"))
                .body("uri", equalTo("/api/v1/tickets/echo?q=a%20b&status=open,pending"))
                .body("body", equalTo("{\"subject\":\"no parcel\"}"))
                .body("headers.'content-type'", containsString("application/json"));
    }

    /** The service that has pages keeps silent in these tests: it was asked when it is waited for in vain. */
    @Test
    void the_short_address_of_a_page_goes_to_the_service_that_has_it() {
        given().get("/a/token").then().statusCode(504);
        given().get("/ab/token").then().statusCode(404);
    }

    @Test
    void headers_that_matter_to_services_go_through() {
        given().header("Authorization", "Bearer abc")
                .header("Idempotency-Key", "key-1")
                .header("If-Match", "\"3\"")
                .header("traceparent", "00-a7683e735fd0b05f4bdc8ce577ac523d-ceeddda838524d75-01")
                .header("X-Request-Id", "request-1")
                .patch("/api/v1/tickets/echo")
                .then()
                .header("X-Request-Id", "request-1")
                .body("headers.authorization", equalTo("Bearer abc"))
                .body("headers.'idempotency-key'", equalTo("key-1"))
                .body("headers.'if-match'", equalTo("\"3\""))
                .body("headers.traceparent", equalTo("00-a7683e735fd0b05f4bdc8ce577ac523d-ceeddda838524d75-01"))
                .body("headers.'x-request-id'", equalTo("request-1"));
    }

    @Test
    void what_a_client_claims_about_its_origin_ends_here() {
        given().header("X-Forwarded-For", "10.0.0.1")
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Prefix", "/evil")
                .header("X-Forwarded-User", "admin")
                .header("Forwarded", "for=10.0.0.1")
                .header("X-Real-IP", "10.0.0.1")
                .get("/api/v1/tickets/echo")
                .then()
                .body("headers.'x-forwarded-for'", equalTo("127.0.0.1"))
                .body("headers.'x-forwarded-proto'", equalTo("http"))
                .body("headers.'x-forwarded-host'", containsString("localhost:"))
                .body("headers.'x-forwarded-prefix'", nullValue())
                .body("headers.'x-forwarded-user'", nullValue())
                .body("headers.forwarded", nullValue())
                .body("headers.'x-real-ip'", nullValue());
    }

    @Test
    void headers_for_one_connection_end_here_in_both_directions() {
        given().header("Connection", "keep-alive, X-Mine")
                .header("X-Mine", "1")
                .header("TE", "trailers")
                .header("Proxy-Authorization", "Basic x")
                .get("/api/v1/tickets/echo")
                .then()
                .body("headers.'x-mine'", nullValue())
                .body("headers.te", nullValue())
                .body("headers.'proxy-authorization'", nullValue());
        given().post("/api/v1/tickets/created").then().statusCode(201).header("X-Hop", nullValue());
    }

    @Test
    void an_answer_has_one_request_id_and_a_location_without_host() {
        Response created = given().post("/api/v1/tickets/created");
        assertThat(created.headers().getValues("X-Request-Id")).hasSize(1);
        assertThat(created.header("Location")).isEqualTo("/api/v1/tickets/7");
    }

    @Test
    void what_a_service_tells_of_an_operation_that_will_go_reaches_the_caller() {
        given().post("/api/v1/tickets/created")
                .then()
                .header("Deprecation", "@1793491200")
                .header("Sunset", "Fri, 05 Feb 2027 00:00:00 GMT")
                .header("Link", "</docs/#/Tickets>; rel=\"deprecation\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tickets",
                "requests",
                "agents",
                "groups",
                "ticket-categories",
                "ticket-causes",
                "ticket-fields",
                "ticket-views",
                "ticket-batches",
                "ticket-export",
                "ticket-changes",
                "macros",
                "calendars",
                "service-level-policies",
                "routing-queues",
                "rules",
                "probes",
                "service-standards",
                "side-conversations",
                "channels",
                "channel-messages",
                "channel-deliveries",
                "services/ticket-service"
            })
    void every_address_of_a_service_leads_to_it(String path) {
        given().get("/api/v1/" + path + "/echo").then().statusCode(200).body("uri", endsWith(path + "/echo"));
    }

    @Test
    void the_short_links_in_messages_lead_to_who_sent_them() {
        // It says nothing there; an address of nobody would be a 404.
        given().get("/u/token").then().statusCode(504).body("code", equalTo("upstream-timeout"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/u",
                "/user/token",
                "/api/v1/ticketsx",
                "/api/v1/ticket",
                "/api/v1/tickets../x",
                "/api/v1/services/unknown-service/x",
                "/api/v1/tickets/../nothing",
                "/api/v1/tickets/..%2f../nothing/../../../nothing",
                "/api/v1/%74ickets%2fx",
                "/api/v2/tickets",
                "/api/v1/",
                "/nothing"
            })
    void what_belongs_to_nobody_is_a_404_problem(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"))
                .body("requestId", notNullValue());
    }

    @Test
    void the_service_sees_the_path_by_which_it_was_chosen() {
        given().urlEncodingEnabled(false)
                .get("/api/v1/customers/../tickets/./a%2Fb/echo")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/v1/tickets/a%2Fb/echo"));
    }

    @Test
    void the_gateways_own_service_resources_stay_here() {
        as("admin").get("/api/v1/services/gateway/dead-letters").then().statusCode(200);
    }

    @Test
    void what_all_services_hold_on_a_customer_is_put_together_here_and_nothing_else_below_customers() {
        given().get("/api/v1/customers/1/personal-data").then().statusCode(401);
        given().get("/api/v1/customers/1/personal-data/x").then().statusCode(503);
        given().get("/api/v1/customers/personal-data").then().statusCode(503);
        given().get("/api/v1/services/ticket-service/personal-data/1")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/v1/services/ticket-service/personal-data/1"));
        given().post("/api/v1/services/ticket-service/mentions")
                .then()
                .statusCode(200)
                .body("uri", equalTo("/api/v1/services/ticket-service/mentions"));
    }

    @Test
    void a_head_and_an_empty_post_come_through() {
        given().head("/api/v1/tickets/echo").then().statusCode(200);
        given().post("/api/v1/tickets/echo").then().statusCode(200).body("length", equalTo(0));
        given().delete("/api/v1/tickets/echo").then().statusCode(200).body("method", equalTo("DELETE"));
    }

    @Test
    void large_and_streamed_answers_come_whole() {
        assertThat(given().get("/api/v1/tickets/big").asByteArray()).hasSize(5 * 1024 * 1024);
        assertThat(given().get("/api/v1/tickets/stream").asString().lines()).hasSize(21);
    }

    @Test
    void a_service_that_cannot_be_reached_is_named() {
        given().get("/api/v1/customers/1")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("service-unavailable"))
                .body("service", equalTo("customer-service"))
                .body("detail", containsString("customer-service"));
        given().contentType(ContentType.JSON)
                .body("{\"a\":\"" + "b".repeat(300_000) + "\"}")
                .post("/api/v1/customers")
                .then()
                .statusCode(503);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/c/token",
                "/api/v1/callback-links/token",
                "/api/v1/callback-holds",
                "/api/v1/callback-punctuality"
            })
    void pages_and_links_of_callbacks_lead_to_those_who_call(String path) {
        // Which says nothing here, so that the answer names who was asked.
        given().get(path).then().body("service", equalTo("notification-service"));
        given().get("/cx/token").then().statusCode(404);
    }

    @Test
    void a_slow_service_is_given_up() {
        given().get("/api/v1/tickets/slow")
                .then()
                .statusCode(504)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("upstream-timeout"))
                .body("service", equalTo("ticket-service"));
    }

    @Test
    void a_service_that_breaks_off_is_asked_once_more_only_when_that_is_safe() {
        given().get("/api/v1/tickets/reset-once").then().statusCode(200).body(equalTo("second"));
        given().get("/api/v1/tickets/reset").then().statusCode(502).body("code", equalTo("upstream-broken"));
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/tickets/reset")
                .then()
                .statusCode(502)
                .header("Retry-After", notNullValue())
                .body("code", equalTo("upstream-broken"))
                .body("detail", containsString("Idempotency-Key"));
    }

    @Test
    void more_requests_than_a_service_can_take_are_refused_at_once_and_others_are_not_held_up() throws Exception {
        var pool = java.util.concurrent.Executors.newFixedThreadPool(12);
        try {
            List<java.util.concurrent.Callable<Integer>> calls = java.util.Collections.nCopies(
                    12, () -> given().get("/api/v1/callbacks/1").statusCode());
            var running = calls.stream().map(pool::submit).toList();
            for (int i = 0; i < 5; i++) {
                given().get("/api/v1/tickets/echo").then().statusCode(200);
            }
            List<Integer> statuses = new java.util.ArrayList<>();
            for (var one : running) {
                statuses.add(one.get());
            }
            assertThat(statuses).containsOnly(503, 504).contains(503, 504);
        } finally {
            pool.shutdownNow();
        }
    }
}
