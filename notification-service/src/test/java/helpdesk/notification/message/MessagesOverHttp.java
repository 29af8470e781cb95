package helpdesk.notification.message;

import static helpdesk.notification.Callbacks.as;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Messages, as tests read them over the API. */
public final class MessagesOverHttp {

    static final Duration PATIENCE = Duration.ofSeconds(30);

    private MessagesOverHttp() {}

    /** All messages of the ticket, the newest first. */
    public static List<Map<String, Object>> ofTicket(UUID ticket) {
        return list("ticketId", ticket.toString());
    }

    /** All messages that fit one filter, the newest first. */
    public static List<Map<String, Object>> list(String filter, String value) {
        JsonPath page = as("agent")
                .queryParam(filter, value)
                .queryParam("limit", 100)
                .get("/api/v1/messages")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return page.getList("items");
    }

    /** Waits until the ticket has so many messages, and returns them. */
    public static List<Map<String, Object>> awaitOfTicket(UUID ticket, int count) {
        return Awaitility.await().atMost(PATIENCE).until(() -> ofTicket(ticket), messages -> messages.size() >= count);
    }

    /** Waits for the ticket's first message. */
    public static Map<String, Object> awaitOneOfTicket(UUID ticket) {
        return awaitOfTicket(ticket, 1).getFirst();
    }
}
