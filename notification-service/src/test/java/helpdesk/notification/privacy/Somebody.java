package helpdesk.notification.privacy;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Somebody like nobody else, as other services tell of them. */
record Somebody(UUID customerId, UUID requestId, String name, String email, String phone) {

    static Somebody fresh() {
        UUID id = UUID.randomUUID();
        String mark = id.toString().substring(0, 8);
        return new Somebody(
                id,
                UUID.randomUUID(),
                "Zebedee Quill " + mark,
                "zebedee." + mark + "@example.com",
                "+4477" + (10_000_000 + Math.floorMod(id.getMostSignificantBits(), 89_999_999)));
    }

    /** What must not be found when they are forgotten. */
    List<String> terms() {
        return List.of(name, email, phone);
    }

    /** How tickets tell of them; the address is written as people write it. */
    Map<String, Object> requester() {
        return Map.of("name", name, "email", email.replace("zebedee", "Zebedee"), "phone", phone);
    }

    Event profile(String what, int sequence) {
        return ofCustomer(what, customerId)
                .with("sequence", Integer.toString(sequence))
                .withData("name", name)
                .withData("preferredName", null)
                .withData("emails", List.of(email))
                .withData("phones", List.of(phone))
                .withData("languages", List.of("en"));
    }

    Event unmerged(UUID from, int sequence) {
        return profile("unmerged", sequence).withData("fromId", from);
    }

    Event identified(UUID ticket) {
        return ofCustomer("identified", customerId).withData("name", name).withData("ticketId", ticket);
    }

    /** A request of theirs. */
    Event opened(UUID ticket) {
        return ofTicket("ticket.opened", ticket)
                .withData("customerId", customerId)
                .withData("requester", requester());
    }

    /** They want to be called about a request of theirs. */
    Event callbackAsked(UUID ticket, UUID request, String group) {
        return ofTicket("ticket.callback-asked", ticket)
                .withData("customerId", customerId)
                .withData("requestId", request)
                .withData("requester", requester())
                .withData("phone", phone)
                .withData("group", group)
                .withData("reason", "Call " + name)
                .withData("slotStart", null);
    }

    /** What they book over the API. */
    Map<String, Object> booking(Map<String, Object> usual) {
        Map<String, Object> booking = new HashMap<>(usual);
        booking.put("name", name);
        booking.put("phone", phone);
        booking.put("reason", "Write to " + email);
        return booking;
    }

    /** They want to be forgotten, for the so manyeth time. */
    Event erasureRequested(int round) {
        return ofCustomer("erasure-requested", customerId)
                .with("sequence", Integer.toString(90 + round))
                .withData("requestId", requestId)
                .withData("round", round)
                .withData("formerIds", List.of())
                .withData("names", List.of(name))
                .withData("contacts", List.of(email, phone, "zebedee"));
    }

    static Event merged(UUID duplicate, UUID survivor, int sequence) {
        return ofCustomer("merged", duplicate)
                .with("sequence", Integer.toString(sequence))
                .withData("intoId", survivor);
    }

    /** Somebody else is asked about a ticket. */
    static Event sideConversation(UUID ticket, String subject) {
        return ofTicket("side-conversation.written", ticket).withData("subject", subject);
    }

    static Event ofTicket(String what, UUID ticket) {
        return of(what, ticket).withData("ticketId", ticket);
    }

    static Event ofCustomer(String what, UUID customer) {
        return of("customer." + what, customer).withData("customerId", customer);
    }

    private static Event of(String what, UUID subject) {
        return Contracts.sample("org.helpdesk." + what + ".v1")
                .again()
                .with("subject", subject.toString())
                .with("partitionkey", subject.toString());
    }
}
