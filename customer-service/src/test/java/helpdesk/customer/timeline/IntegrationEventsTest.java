package helpdesk.customer.timeline;

import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Happenings.INTEGRATIONS;
import static helpdesk.customer.Happenings.awaitSummary;
import static helpdesk.customer.Happenings.awaitTimeline;
import static helpdesk.customer.Happenings.summaries;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class IntegrationEventsTest {

    private static final String SHIPPED = "com.example.parcel.shipped";

    private EventProbe probe;

    @BeforeEach
    void open() {
        probe = EventProbe.on(INTEGRATIONS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_event_from_outside_appears_with_its_type_source_and_subject() {
        String email = email();
        String customer = created(named("emails", List.of(email))).getString("id");
        publish(Map.of("customer", Map.of("email", email.toUpperCase()), "title", "Parcel 77120 is on its way"));
        JsonPath timeline = awaitTimeline(customer, 2);
        Map<String, Object> entry = timeline.<Map<String, Object>>getList("items").stream()
                .filter(item -> SHIPPED.equals(item.get("kind")))
                .findFirst()
                .orElseThrow();
        assertThat(entry)
                .containsEntry("summary", "Parcel 77120 is on its way")
                .containsEntry("source", "https://shop.example/orders")
                .containsEntry("refId", "order-77120")
                .containsEntry("at", "2026-10-05T09:12:04.118Z");
    }

    @Test
    void the_customer_is_found_by_id_or_mail_address() {
        String email = email();
        String customer = created(named("emails", List.of(email))).getString("id");
        publish(Map.of("customerId", customer, "summary", "By id"));
        publish(Map.of("email", email, "summary", "By mail"));
        publish(Map.of("customerId", "C-991", "email", email, "summary", "By mail, with an id of their own"));
        publish(Map.of("customerId", UUID.randomUUID(), "customer", Map.of("email", email), "summary", "By customer"));
        awaitSummary(customer, "By id");
        awaitSummary(customer, "By mail");
        awaitSummary(customer, "By mail, with an id of their own");
        awaitSummary(customer, "By customer");
    }

    @Test
    void without_a_short_summary_the_type_stands_for_it() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        publish(Map.of("customerId", customer));
        publish(Map.of("customerId", customer, "summary", "a".repeat(201)));
        publish(Map.of("customerId", customer, "summary", "\u0000 ", "title", 7));
        publish(Map.of("customerId", customer, "summary", "two\nlines\u0000"));
        awaitTimeline(customer, 5);
        assertThat(summaries(customer))
                .containsExactlyInAnyOrder(SHIPPED, SHIPPED, SHIPPED, "two lines", "Profile created");
    }

    @Test
    void what_concerns_nobody_known_is_passed_over_whatever_its_shape() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        publish(Map.of("email", email(), "summary", "A stranger"));
        publish(Map.of("customer", List.of(1, 2), "email", Map.of("a", "b"), "customerId", 42));
        publish(Map.of("customerId", customer, "summary", "The last one"));
        awaitSummary(customer, "The last one");
        assertThat(summaries(customer)).hasSize(2);
    }

    @Test
    void a_subject_that_can_be_no_id_is_left_out() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        publish(Map.of("customerId", customer), "a".repeat(201));
        JsonPath timeline = awaitTimeline(customer, 2);
        assertThat(timeline.getList("items.refId")).containsExactlyInAnyOrder(null, customer);
    }

    private void publish(Map<String, ?> data) {
        publish(data, "order-77120");
    }

    /** All on one partition, so that they are handled in their order. */
    private void publish(Map<String, ?> data, String subject) {
        Map<String, String> attributes = new TreeMap<>(Map.of(
                "specversion",
                "1.0",
                "id",
                UUID.randomUUID().toString(),
                "source",
                "https://shop.example/orders",
                "type",
                SHIPPED,
                "subject",
                subject,
                "time",
                "2026-10-05T09:12:04.118Z"));
        probe.publish(INTEGRATIONS, new Event(attributes, "order-77120", new ObjectMapper().valueToTree(data)));
    }
}
