package helpdesk.ticket.privacy;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.ticket.Given;
import java.util.List;
import java.util.UUID;

/** Somebody whose name and addresses nobody else has. */
record Person(UUID id, String mark) {

    private static final String CUSTOMERS = "helpdesk.customer";

    static Person one() {
        return new Person(UUID.randomUUID(), UUID.randomUUID().toString().substring(0, 8));
    }

    String name() {
        return "Zebulon Quistgaard-" + mark;
    }

    String email() {
        return "zebulon." + mark + "@example.org";
    }

    String phone() {
        return "+4930" + (10_000_000 + Math.floorMod(mark.hashCode(), 80_000_000));
    }

    List<String> terms() {
        return List.of(name(), email(), phone(), mark);
    }

    Event profile() {
        return Given.customer(id)
                .withData("name", name())
                .withData("preferredName", null)
                .withData("emails", List.of(email()))
                .withData("phones", List.of(phone()));
    }

    /** Asks for the erasure, and waits for the receipt. The probe listens to what tickets tell. */
    Event erased(EventProbe probe, int round) {
        UUID request = UUID.randomUUID();
        probe.publish(
                CUSTOMERS,
                Contracts.sample("org.helpdesk.customer.erasure-requested.v1")
                        .again()
                        .with("subject", id.toString())
                        .with("sequence", Integer.toString(100 + round))
                        .withData("customerId", id)
                        .withData("requestId", request)
                        .withData("round", round)
                        .withData("formerIds", List.of())
                        .withData("names", List.of(name()))
                        .withData("contacts", List.of(email(), phone())));
        return probe.await(event -> event.type().equals("org.helpdesk.personal-data.erased.v1")
                && event.data().path("requestId").asText().equals(request.toString()));
    }
}
