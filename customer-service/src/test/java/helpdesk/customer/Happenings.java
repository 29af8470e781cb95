package helpdesk.customer;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Events of other services, made of the golden samples, and what becomes of them here. */
public final class Happenings {

    public static final String TICKETS = "helpdesk.ticket";
    public static final String FEEDBACK = "helpdesk.feedback";
    public static final String NOTIFICATIONS = "helpdesk.notification";
    public static final String INTEGRATIONS = "helpdesk.integration";
    public static final String CUSTOMERS = "helpdesk.customer";

    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private Happenings() {}

    /** A ticket that this requester opened, and of whom no more is known. */
    public static Event opened(UUID ticket, Map<String, ?> requester) {
        return of("ticket.opened", ticket).withData("requester", requester);
    }

    /** Something that happened to the ticket; the customer is not known by the event. */
    public static Event of(String kind, UUID ticket) {
        Event event = sample(kind).withData("ticketId", ticket).withData("customerId", null);
        return kind.startsWith("ticket.") ? event.with("subject", ticket.toString()) : event;
    }

    /** Something that happened to the customer, and by the event to no ticket. */
    public static Event to(String kind, Object customer) {
        return sample(kind).withData("customerId", customer).withData("ticketId", null);
    }

    /** The same event at this time. */
    public static Event at(Instant time, Event event) {
        return event.with("time", time.toString());
    }

    private static Event sample(String kind) {
        return Contracts.sample("org.helpdesk." + kind + ".v1").again();
    }

    /** The id of the customer with this identity, once there is one. */
    public static String awaitCustomer(String parameter, String value) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Given.lookedUp(parameter, value).getString("items[0].id"), id -> id != null);
    }

    /** What the customer's timeline tells, once it has this many entries. */
    public static JsonPath awaitTimeline(String customer, int entries) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> timeline(customer), page -> page.getList("items").size() >= entries);
    }

    /** Waits until the timeline has an entry with the summary. */
    public static void awaitSummary(String customer, String summary) {
        Awaitility.await().atMost(PATIENCE).until(() -> summaries(customer).contains(summary));
    }

    public static List<String> summaries(String customer) {
        return timeline(customer).getList("items.summary", String.class);
    }

    public static JsonPath timeline(String customer) {
        return Given.as("agent")
                .queryParam("limit", 100)
                .get(Given.CUSTOMERS + "/" + customer + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
