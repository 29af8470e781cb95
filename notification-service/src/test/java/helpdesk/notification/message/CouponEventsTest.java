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
        known();
        Event issued = issued();
        probe.publish(CUSTOMERS, issued);
        probe.publish(CUSTOMERS, issued);
        Event second = issued().withData("value", Map.of("percent", 15));
        probe.publish(CUSTOMERS, second);

        List<Map<String, Object>> messages = Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(() -> MessagesOverHttp.list("customerId", customer.toString()), some -> some.size() >= 2);
        assertThat(messages).hasSize(2);
        assertThat(messages).allSatisfy(message -> assertThat(message)
                .containsEntry("kind", "coupon")
                .containsEntry("to", "ama@example.org")
                .containsEntry("language", "de"));
        assertThat(messages)
                .extracting(message -> message.get("body").toString())
                .anySatisfy(body -> assertThat(body)
                        .contains("5,00")
                        .contains("€")
                        .contains("7XQ2-M4TD-0HZK")
                        .contains("7. Oktober 2027"))
                .anySatisfy(body -> assertThat(body).containsPattern("15\\h%"));
        Contracts.assertFits(probe.await(
                "org.helpdesk.message.delivered.v1",
                messages.getFirst().get("id").toString()));
    }

    @Test
    void one_that_is_handed_out_is_told_to_nobody() {
        known();
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
                .withData("customerId", customer);
    }

    private void known() {
        probe.publish(
                CUSTOMERS,
                Contracts.sample("org.helpdesk.customer.created.v1")
                        .again()
                        .with("subject", customer.toString())
                        .withData("customerId", customer)
                        .withData("emails", List.of("ama@example.org"))
                        .withData("languages", List.of("de-AT")));
        Awaitility.await()
                .until(() ->
                        Database.value(Long.class, "select count(*) from known_customer where id = ?", customer) == 1);
    }
}
