package helpdesk.notification.delivery;

import static helpdesk.notification.delivery.Notices.outcomes;
import static helpdesk.notification.delivery.Notices.tell;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text messages go by any provider. */
@QuarkusTest
@WithTestResource(RealParts.class)
@TestProfile(SendingProfile.class)
class SmsDeliveryTest {

    private static final Map<String, String> PHONE = Map.of("phone", "+447700900199");

    private final EventProbe probe = EventProbe.on("helpdesk.notification");

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_text_message_has_no_subject_and_a_key() {
        try (SmsProvider provider = SmsProvider.open(202)) {
            String id = tell(probe, PHONE);
            Notices.await(id, "sent");
            assertThat(provider.requests(id)).hasSize(1);
            SmsProvider.Request request = provider.requests(id).getFirst();
            assertThat(request.key()).isEqualTo(id);
            assertThat(request.authorization()).isEqualTo("Bearer secret");
            JsonPath body = JsonPath.from(request.body());
            assertThat(body.getString("to")).isEqualTo("+447700900199");
            assertThat(body.getString("id")).isEqualTo(id);
            assertThat(body.getString("text"))
                    .isEqualTo(Notices.read(id).getString("body").strip())
                    .contains("\n");
            Event told = probe.await("org.helpdesk.message.delivered.v1", id);
            Contracts.assertFits(told);
            assertThat(told.data().get("transport").asText()).isEqualTo("sms");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void a_provider_that_cannot_now_is_asked_again_with_the_same_key(int status) {
        try (SmsProvider provider = SmsProvider.open(status, 200)) {
            String id = tell(probe, PHONE);
            assertThat(outcomes(Notices.await(id, "sent"))).containsExactly("failed", "delivered");
            assertThat(provider.requests(id))
                    .extracting(SmsProvider.Request::key)
                    .containsExactly(id, id);
        }
    }

    @Test
    void a_provider_that_wants_to_be_left_alone_is() {
        Duration wish = Duration.ofSeconds(3);
        try (SmsProvider provider = SmsProvider.open(429, 200).wishing(wish)) {
            String id = tell(probe, PHONE);
            Notices.await(id, "sent");
            List<SmsProvider.Request> requests = provider.requests(id);
            assertThat(requests).hasSize(2);
            assertThat(Duration.ofNanos(
                            requests.getLast().nanos() - requests.getFirst().nanos()))
                    .isGreaterThan(wish.minusMillis(500));
        }
    }

    @Test
    void what_the_provider_refuses_has_failed() {
        try (SmsProvider provider = SmsProvider.open(400)) {
            String id = tell(probe, PHONE);
            assertThat(outcomes(Notices.await(id, "failed"))).containsExactly("failed");
            assertThat(provider.requests(id)).hasSize(1);
        }
    }
}
