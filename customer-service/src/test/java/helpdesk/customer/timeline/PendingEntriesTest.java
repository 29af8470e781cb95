package helpdesk.customer.timeline;

import static helpdesk.customer.Given.created;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.awaitSummary;
import static helpdesk.customer.Happenings.opened;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Happenings;
import helpdesk.platform.persistence.Ids;
import helpdesk.testing.Database;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class PendingEntriesTest {

    @Inject
    PendingEntries pending;

    @Test
    void what_was_kept_in_the_moment_its_ticket_was_linked_is_attached_soon_after() {
        UUID ticket = UUID.randomUUID();
        String customer = created(Map.of("name", "Amara")).getString("id");
        try (EventProbe probe = EventProbe.on(TICKETS)) {
            probe.publish(TICKETS, opened(ticket, Map.of()).withData("customerId", customer));
        }
        awaitSummary(customer, "HD-1042 opened on the web: “Where is my order 77120?”");

        String event = Ids.next().toString();
        Happening late = new Happening(
                Instant.EPOCH,
                "survey.answered",
                "Answered late",
                "feedback-service",
                null,
                "/feedback-service",
                event,
                false);
        QuarkusTransaction.requiringNew().run(() -> pending.keep(ticket, late));
        awaitSummary(customer, "Answered late");
        assertThat(Happenings.summaries(customer)).hasSize(3);
    }

    @Test
    void nothing_waits_for_somebody_behind_a_probe() {
        UUID ticket = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> pending.keep(ticket, delivered()));
        try (EventProbe probe = EventProbe.on(TICKETS)) {
            probe.publish(TICKETS, opened(ticket, Map.of()).withData("probe", true));
        }
        Awaitility.await().until(() -> Database.count("probe_ticket where ticket_id = ?", ticket) == 1);

        QuarkusTransaction.requiringNew().run(() -> pending.keep(ticket, delivered()));

        assertThat(Database.count("timeline_pending where ticket_id = ?", ticket))
                .isZero();
    }

    private static Happening delivered() {
        return new Happening(
                Instant.EPOCH,
                "message.delivered",
                "Acknowledgement by email sent",
                "notification-service",
                null,
                "/notification-service",
                Ids.next().toString(),
                false);
    }
}
