package helpdesk.gateway.status;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.text.IsEmptyString.emptyOrNullString;

import helpdesk.gateway.Gateway;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class StatusResourceTest {

    @Test
    void everybody_sees_which_services_are_ready() {
        given().get("/api/v1/status")
                .then()
                .statusCode(200)
                .body("status", equalTo("degraded"))
                .body("version", not(emptyOrNullString()))
                .body("checkedAt", notNullValue())
                .body(
                        "services.name",
                        contains(
                                "gateway",
                                "customer-service",
                                "feedback-service",
                                "notification-service",
                                "ticket-service"))
                .body("services.find { it.name == 'gateway' }.ready", equalTo(true))
                .body("services.find { it.name == 'ticket-service' }.ready", equalTo(true))
                .body("services.find { it.name == 'ticket-service' }.status", equalTo("up"))
                .body("services.find { it.name == 'ticket-service' }.version", equalTo("1.2.3"))
                .body("services.find { it.name == 'ticket-service' }.latencyMillis", lessThan(1_500))
                .body("services.find { it.name == 'customer-service' }.status", equalTo("down"))
                .body("services.find { it.name == 'customer-service' }.version", nullValue())
                .body("services.find { it.name == 'feedback-service' }.ready", equalTo(false));
    }

    @Test
    void the_gateway_is_ready_whoever_is_away() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200);
    }
}
