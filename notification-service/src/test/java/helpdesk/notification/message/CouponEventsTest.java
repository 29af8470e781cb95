package helpdesk.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who gets a coupon is told the code, once, in their language. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CouponEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID customer = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_coupon_is_told_once_in_the_language_and_the_money_of_its_customer() {
        // The profile may come later than the coupon: what is needed is in the event.
        Event issued = issued();
        probe.publish(CUSTOMERS, issued);
        probe.publish(CUSTOMERS, issued);
        // Behind the others, because it has their key.
        probe.publish(
                CUSTOMERS,
                issued.again().withData("value", Map.of("percent", 15)).withData("language", "bn"));

        List<Map<String, Object>> messages = Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(() -> MessagesOverHttp.list("customerId", customer.toString()), some -> some.size() >= 2);
        assertThat(messages).hasSize(2);
        assertThat(messages).allSatisfy(message -> assertThat(message)
                .containsEntry("kind", "coupon")
                .containsEntry("to", "amara.okafor@example.com"));
        assertThat(messages.get(1)).containsEntry("language", "de");
        assertThat(messages.get(1).get("body").toString())
                .contains("5,00")
                .contains("€")
                .contains("7XQ2-M4TD-0HZK")
                .contains("7. Oktober 2027");
        assertThat(messages.get(0).get("body").toString()).containsPattern("15\\h?%");
        Contracts.assertFits(probe.await(
                "org.helpdesk.message.delivered.v1",
                messages.getFirst().get("id").toString()));
    }

    @Test
    void one_that_is_handed_out_is_told_to_nobody() {
        Event ofSeries = issued().withData("customerId", null);
        probe.publish(CUSTOMERS, ofSeries);
        probe.publish(CUSTOMERS, issued());

        Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(() ->
                        MessagesOverHttp.list("customerId", customer.toString()).size() == 1);
        Awaitility.await()
                .until(() -> Database.value(
                                Long.class,
                                "select count(*) from inbox where consumer = ? and event_id = ?",
                                "notification-service.customers",
                                ofSeries.id())
                        == 1);
        assertThat(Database.value(Long.class, "select count(*) from message where cause_id = ?", ofSeries.id()))
                .isZero();
    }

    private Event issued() {
        return Contracts.sample("org.helpdesk.reward.issued.v1")
                .again()
                .with("subject", UUID.randomUUID().toString())
                .withData("customerId", customer)
                .withData("ticketId", null)
                .withData("language", "de-AT");
    }
}
