package helpdesk.customer.profile;

import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerEventsTest {

    private static final String TOPIC = "helpdesk.customer";
    private static final String CREATED = "org.helpdesk.customer.created.v1";
    private static final String CHANGED = "org.helpdesk.customer.changed.v1";

    @Test
    void a_new_profile_is_told_without_birthday_and_notes() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String email = email();
            Map<String, Object> body = named("emails", List.of(email));
            body.put("birthday", "1990-05-17");
            body.put("cultureNotes", "Greets formally.");
            body.put("timeZone", "Europe/London");
            String id = created(body).getString("id");

            Event event = probe.await(CREATED, id);
            Contracts.assertFits(event);
            assertThat(event.attributes()).containsEntry("source", "/customer-service");
            assertThat(event.attributes().get("actor")).startsWith("account:");
            assertThat(event.sequence()).isZero();
            assertThat(event.data().get("emails").get(0).asText()).isEqualTo(email);
            assertThat(event.data().has("birthday")).isFalse();
            assertThat(event.data().has("cultureNotes")).isFalse();
        }
    }

    @Test
    void a_change_is_told_with_the_profile_it_led_to_and_its_version() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String id = created(named("emails", List.of(email()))).getString("id");
            patched(id, 0, Map.of("preferredName", "Amy", "emails", List.of())).statusCode(200);

            Event event = probe.await(CHANGED, id);
            Contracts.assertFits(event);
            assertThat(event.sequence()).isEqualTo(1);
            assertThat(event.data().get("preferredName").asText()).isEqualTo("Amy");
            assertThat(event.data().get("emails")).isEmpty();
        }
    }

    @Test
    void what_changes_nothing_is_not_told() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            String id = created(Map.of("name", "Amara")).getString("id");
            patched(id, 0, Map.of("name", "Amara")).statusCode(200);
            patched(id, 0, Map.of("name", "Amy")).statusCode(200);

            probe.await(CHANGED, id);
            assertThat(probe.of(id)).extracting(Event::type).containsExactly(CREATED, CHANGED);
        }
    }
}
