package helpdesk.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Story;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replicas that send at once behave as one. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ManySendersTest {

    private static final int SENDERS = 4;
    private static final int INVITATIONS = 2 * InvitationSender.BATCH + 1;

    @Inject
    InvitationSender sender;

    @Inject
    InvitationRepository invitations;

    @Inject
    MovableClock clock;

    @AfterEach
    void restoreTime() {
        clock.reset();
    }

    @Test
    void a_customer_is_asked_once_however_many_send() throws InterruptedException {
        Story first = Story.begin().resolvedWith("resolvedAt", Instant.now().toString());
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            probe.publish("helpdesk.ticket", first.resolved());
            for (int i = 1; i < INVITATIONS; i++) {
                probe.publish(
                        "helpdesk.ticket",
                        first.another()
                                .resolvedWith("resolvedAt", Instant.now().toString())
                                .resolved());
            }
        }
        awaitCount(first.customerId(), InvitationState.SCHEDULED, INVITATIONS);
        clock.move(Duration.ofHours(25));
        try (ExecutorService replicas = Executors.newFixedThreadPool(SENDERS)) {
            Callable<Integer> send = sender::sendDue;
            replicas.invokeAll(Collections.nCopies(3 * SENDERS, send));
        }
        awaitCount(first.customerId(), InvitationState.SCHEDULED, 0);
        assertThat(count(first.customerId(), InvitationState.SENT)).isEqualTo(1);
        assertThat(count(first.customerId(), InvitationState.DROPPED)).isEqualTo(INVITATIONS - 1);
    }

    private void awaitCount(UUID customer, InvitationState state, long expected) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> count(customer, state) == expected);
    }

    private long count(UUID customer, InvitationState state) {
        return QuarkusTransaction.requiringNew()
                .call(() -> invitations.count("invitee.customerId = ?1 and state = ?2", customer, state));
    }
}
