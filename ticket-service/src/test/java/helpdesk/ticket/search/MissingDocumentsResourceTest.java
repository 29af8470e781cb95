package helpdesk.ticket.search;

import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tickets whose words were never written are found after all. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MissingDocumentsResourceTest {

    @Inject
    MissingDocuments missing;

    @Test
    void what_is_missing_is_written() {
        String word = "w" + UUID.randomUUID().toString().substring(0, 8);
        String id = opened(ticket("subject", "About " + word)).getString("id");
        Api.comment(Tokens.of("agent"), id, Map.of("body", "More " + word + "x"));
        Database.execute("delete from ticket_search where ticket_id = ?", UUID.fromString(id));
        assertThat(found(word)).isEmpty();

        missing.write();

        assertThat(found(word)).containsExactly(id);
        assertThat(found(word + "x")).containsExactly(id);
    }

    private static List<String> found(String word) {
        return Api.get("/tickets?q=" + word).jsonPath().getList("items.id");
    }
}
