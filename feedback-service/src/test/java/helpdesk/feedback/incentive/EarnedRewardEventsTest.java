package helpdesk.feedback.incentive;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Person;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who answers sees what that has earned, as soon as it is there. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EarnedRewardEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";

    private final EventProbe probe = EventProbe.on();
    private final Person person = Person.somebody();
    private final UUID coupon = UUID.randomUUID();
    private final String code = "CODE-" + UUID.randomUUID().toString().substring(0, 8);

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void the_coupon_is_on_the_page_until_it_is_redeemed() {
        String path = Invitations.path(Invitations.sent(probe, person.story()));
        String response = answer(path);
        given().get(path).then().body("$", not(hasKey("rewards")));

        Event issued = issued(response);
        probe.publish(CUSTOMERS, issued);
        probe.publish(CUSTOMERS, issued.again());
        await(() -> page(path).contains(code));
        given().get(path).then().body("rewards.code", contains(code));
        given().accept("text/html").get(path).then().body(containsString("Thank you for your answer"));

        probe.publish(CUSTOMERS, redeemed());
        await(() -> !page(path).contains(code));
    }

    @Test
    void it_is_forgotten_with_whoever_earned_it() {
        String response = answer(Invitations.path(Invitations.sent(probe, person.story())));
        probe.publish(CUSTOMERS, issued(response));
        await(() -> Database.count("earned_reward where coupon_id = ?", coupon) == 1);
        probe.publish(CUSTOMERS, person.erasureRequested(1));
        await(() -> Database.count("earned_reward where coupon_id = ?", coupon) == 0);
    }

    private static String answer(String path) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("answers", List.of(Map.of("key", "rating", "value", 9))))
                .post(path + "/response")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private Event issued(String response) {
        return Contracts.sample("org.helpdesk.reward.issued.v1")
                .again()
                .with("subject", coupon.toString())
                .withData("couponId", coupon)
                .withData("responseId", response)
                .withData("customerId", person.customerId())
                .withData("code", code);
    }

    private Event redeemed() {
        return Contracts.sample("org.helpdesk.reward.redeemed.v1")
                .again()
                .with("subject", coupon.toString())
                .withData("couponId", coupon);
    }

    private static String page(String path) {
        return given().accept("text/html").get(path).asString();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }
}
