package helpdesk.gateway.account;

import static helpdesk.gateway.Gateway.as;
import static helpdesk.gateway.Gateway.createAccount;
import static helpdesk.gateway.Gateway.someUsername;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.Gateway;
import helpdesk.platform.http.MergePatch;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class AccountEventsTest {

    @Test
    void each_event_of_an_account_fits_its_contract() {
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            String id = createAccount(someUsername(), "agent").extract().path("id");
            patch(id, 0, "{\"email\":\"mei@example.org\"}");
            patch(id, 1, "{\"active\":false,\"displayName\":\"Gone\"}");
            patch(id, 2, "{\"active\":true}");

            Event created = probe.await("org.helpdesk.account.created.v1", id);
            Event deactivated = probe.await("org.helpdesk.account.deactivated.v1", id);
            Event changed = probe.await("org.helpdesk.account.changed.v1", id);
            for (Event event : java.util.List.of(created, changed, deactivated)) {
                Contracts.assertFits(event);
                assertThat(event.data().toString()).doesNotContain("argon2", "password");
            }
            assertThat(changed.data().get("email").asText()).isEqualTo("mei@example.org");
            assertThat(deactivated.data().get("active").asBoolean()).isFalse();
            probe.await(event -> id.equals(event.subject()) && event.sequence() == 3);
            assertThat(probe.of(id)).extracting(Event::sequence).containsExactly(0L, 1L, 2L, 3L);
        }
    }

    @Test
    void a_change_that_changes_nothing_is_no_event() {
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            String id = createAccount(someUsername(), "agent").extract().path("id");
            patch(id, 0, "{\"displayName\":\"Mei Tanaka\"}");
            patch(id, 0, "{\"displayName\":\"Somebody else\"}");
            probe.await("org.helpdesk.account.changed.v1", id);
            assertThat(probe.of(id)).hasSize(2);
        }
    }

    @Test
    void the_first_administrator_is_announced_like_everybody() {
        String id = as("admin")
                .queryParam("limit", 100)
                .get("/api/v1/accounts")
                .path("items.find { it.username == 'admin' }.id");
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            Contracts.assertFits(probe.await("org.helpdesk.account.created.v1", id));
        }
    }

    private static void patch(String id, int version, String change) {
        as("admin")
                .contentType(MergePatch.MEDIA_TYPE)
                .header("If-Match", "\"" + version + "\"")
                .body(change)
                .patch("/api/v1/accounts/" + id)
                .then()
                .statusCode(200);
    }
}
