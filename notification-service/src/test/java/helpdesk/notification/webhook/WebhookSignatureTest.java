package helpdesk.notification.webhook;

import static helpdesk.notification.Callbacks.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever is told can verify that we told it: with a secret of both, or with a public key. */
@QuarkusTest
@WithTestResource(RealParts.class)
class WebhookSignatureTest {

    private final List<String> made = new ArrayList<>();
    private final Receiver receiver = Receiver.open();

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        clock.reset();
        made.forEach(Webhooks::remove);
        receiver.close();
    }

    @Test
    void who_has_the_public_key_can_verify_and_is_given_no_secret() {
        JsonPath webhook = webhook("v1a");
        assertThat(webhook.getString("signature")).isEqualTo("v1a");
        assertThat(webhook.getString("publicKey")).matches("whpk_[A-Za-z0-9+/]{43}=");
        assertThat(webhook.getMap("")).doesNotContainKey("secret");
        assertThat(Webhooks.read(webhook.getString("id")).getString("publicKey"))
                .isEqualTo(webhook.getString("publicKey"));

        ping(webhook);

        Receiver.Message message = receiver.await(1).getFirst();
        message.verifyWithKey(webhook.getString("publicKey"));
        JsonPath other = webhook("v1a");
        assertThatThrownBy(() -> message.verifyWithKey(other.getString("publicKey")))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> message.withBody("{}").verifyWithKey(webhook.getString("publicKey")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void a_rotation_changes_how_messages_are_signed_and_both_are_good_meanwhile() {
        JsonPath webhook = webhook("v1");
        assertThat(webhook.getMap("")).doesNotContainKey("publicKey");
        JsonPath rotated = rotate(webhook, Map.of("overlapHours", 1, "signature", "v1a"))
                .statusCode(201)
                .extract()
                .jsonPath();
        assertThat(rotated.getMap("")).doesNotContainKey("secret");

        ping(webhook);
        Receiver.Message both = receiver.await(1).getFirst();
        both.verify(webhook.getString("secret"));
        both.verifyWithKey(rotated.getString("publicKey"));

        clock.move(Duration.ofMinutes(61));
        ping(webhook);
        Receiver.Message one = receiver.await(2).getLast();
        one.verifyWithKey(rotated.getString("publicKey"));
        assertThat(one.signatures()).startsWith("v1a,").doesNotContain(" ");

        String again = rotate(webhook, Map.of("overlapHours", 0))
                .statusCode(201)
                .body("signature", equalTo("v1a"))
                .extract()
                .path("publicKey");
        assertThat(again).isNotEqualTo(rotated.getString("publicKey"));
    }

    @Test
    void how_messages_are_signed_is_changed_by_a_rotation_alone() {
        JsonPath webhook = webhook("v1");
        Webhooks.change(webhook.getString("id"), Map.of("signature", "v1a"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/signature"));
        as("admin")
                .body(Map.of("url", receiver.url(), "events", List.of("*"), "signature", "v2"))
                .post(Webhooks.PATH)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/signature"));
        Webhooks.change(webhook.getString("id"), Map.of("description", "The same", "signature", "v1"))
                .then()
                .statusCode(200)
                .body("signature", equalTo("v1"));
    }

    @Test
    void the_public_library_for_javascript_verifies_old_and_new_secret() {
        JavaScriptLibrary library = JavaScriptLibrary.installed();
        JsonPath webhook = webhook("v1");
        String another = rotate(webhook, Map.of("overlapHours", 1))
                .statusCode(201)
                .extract()
                .path("secret");
        ping(webhook);

        Receiver.Message message = receiver.await(1).getFirst();
        assertThat(library.verifies(message, webhook.getString("secret"))).isTrue();
        assertThat(library.verifies(message, another)).isTrue();
        assertThat(library.verifies(message.withBody("{}"), another)).isFalse();
        assertThat(library.verifies(message, webhook("v1").getString("secret"))).isFalse();
    }

    private JsonPath webhook(String signature) {
        JsonPath webhook = as("admin")
                .body(Map.of("url", receiver.url(), "events", List.of("com.example.nothing"), "signature", signature))
                .post(Webhooks.PATH)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
        made.add(webhook.getString("id"));
        return webhook;
    }

    private static ValidatableResponse rotate(JsonPath webhook, Map<String, ?> wish) {
        return as("admin")
                .body(wish)
                .post(Webhooks.PATH + "/{id}/secret-rotations", webhook.getString("id"))
                .then();
    }

    private static void ping(JsonPath webhook) {
        as("admin")
                .post(Webhooks.PATH + "/{id}/pings", webhook.getString("id"))
                .then()
                .statusCode(201);
    }
}
