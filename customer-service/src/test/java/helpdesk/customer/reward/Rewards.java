package helpdesk.customer.reward;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;

import helpdesk.customer.Given;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Programs and coupons as tests make them. */
final class Rewards {

    static final String PROGRAMS = "/api/v1/reward-programs";
    static final String COUPONS = "/api/v1/coupons";

    private Rewards() {}

    static Map<String, Object> program(Object value) {
        Map<String, Object> body = new HashMap<>();
        body.put("name", "Thanks " + Given.unique());
        body.put("value", value);
        return body;
    }

    /** Makes a program and gives its id. */
    static String made(Map<String, Object> body) {
        return as("supervisor")
                .body(body)
                .post(PROGRAMS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static ValidatableResponse change(String id, Map<String, ?> patch) {
        return as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(PROGRAMS + "/" + id)
                .then();
    }

    static ValidatableResponse issue(String customer, String program) {
        return as("agent")
                .body(Map.of("programId", program, "reason", "Waited long."))
                .post(CUSTOMERS + "/" + customer + "/coupons")
                .then();
    }

    static ValidatableResponse redeem(String code) {
        return as("integration")
                .body(Map.of("reference", "order 1"))
                .post(COUPONS + "/" + code + "/redemption")
                .then();
    }

    static List<Map<String, Object>> of(String customer) {
        return as("agent")
                .queryParam("limit", 100)
                .get(CUSTOMERS + "/" + customer + "/coupons")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    static String customer() {
        return created(named("emails", List.of(Given.email()))).getString("id");
    }
}
