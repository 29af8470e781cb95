package helpdesk.ticket;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Tokens;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;

/** What other services have told before a test begins. */
public final class Given {

    private Given() {}

    /** An agent who has an account, and with it a profile. */
    public static UUID agent() {
        return agent("Daniel Brandt");
    }

    public static UUID agent(String name) {
        return told(account(UUID.randomUUID()).withData("displayName", name));
    }

    /** An agent whose account was switched off. */
    public static UUID inactiveAgent() {
        return told(account(UUID.randomUUID()).withData("active", false));
    }

    /** The event of a new account. */
    public static Event account(UUID id) {
        return Contracts.sample("org.helpdesk.account.created.v1")
                .again()
                .with("subject", id.toString())
                .withData("accountId", id)
                .withData("username", "agent-" + id);
    }

    /** A ticket that was resolved by somebody, and closed. */
    public static String closedTicket() {
        String id = Api.openedId();
        Api.resolved(id, agent());
        close(id);
        return id;
    }

    /** What the rule does when a ticket stayed resolved for days. */
    public static void close(String resolved) {
        Database.execute("""
                update ticket set status = 'CLOSED', closed_at = now(), version = version + 1, writable_since = version + 1
                where status = 'RESOLVED' and id = ?""", UUID.fromString(resolved));
    }

    private static UUID told(Event account) {
        try (EventProbe probe = EventProbe.on("helpdesk.account")) {
            probe.publish("helpdesk.account", account);
        }
        UUID id = UUID.fromString(account.subject());
        String token = Tokens.of("agent");
        Awaitility.await().until(() -> Api.as(token).get("/api/v1/agents/" + id).statusCode() == 200);
        return id;
    }

    /** The event of a new customer with this id. */
    public static Event customer(UUID id) {
        return Contracts.sample("org.helpdesk.customer.created.v1")
                .again()
                .with("subject", id.toString())
                .withData("customerId", id)
                .withData("emails", List.of("amara-" + id + "@example.com"));
    }

    /** The event that tells who the requester of a ticket is. */
    public static Event identified(Object ticket, UUID customer) {
        return Contracts.sample("org.helpdesk.customer.identified.v1")
                .again()
                .with("subject", customer.toString())
                .withData("ticketId", ticket)
                .withData("customerId", customer);
    }

    /** The event that a message about a ticket has arrived. */
    public static Event delivered(Object ticket, String kind) {
        UUID message = UUID.randomUUID();
        return Contracts.sample("org.helpdesk.message.delivered.v1")
                .again()
                .with("subject", message.toString())
                .withData("messageId", message)
                .withData("kind", kind)
                .withData("ticketId", ticket);
    }
}
