package helpdesk.feedback.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Database;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

/**
 * Very many tickets that are solved at once. {@code -Dburst=100000} for as many; the log says how long it took and what memory was held
 * afterwards.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
class InvitationBurstTest {

    private static final Logger LOG = Logger.getLogger(InvitationBurstTest.class);
    private static final int TICKETS = Integer.getInteger("burst", 2_000);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    @Test
    void each_is_asked_once_and_nobody_twice_within_the_quiet_period() {
        String group = "Burst " + UUID.randomUUID();
        Instant began = Instant.now();
        try (EventProbe probe = EventProbe.on("helpdesk.ticket")) {
            probe.publish(
                    "helpdesk.ticket",
                    Stream.generate(() -> Story.begin().with("group", group))
                            .limit(TICKETS / 2)
                            .flatMap(story -> Stream.of(
                                    story.resolved(),
                                    story.another().with("group", group).resolved())));
        }
        LOG.infof("%d solutions published after %s", TICKETS, Duration.between(began, Instant.now()));
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> count(group, "SENT") + count(group, "DROPPED") == TICKETS);
        LOG.infof("all decided after %s", Duration.between(began, Instant.now()));
        assertThat(count(group, "SENT")).isEqualTo(TICKETS / 2);
        assertThat(count(group, "DROPPED")).isEqualTo(TICKETS / 2);
        assertThat(Database.value(
                        Long.class,
                        "select count(*) from (select customer_id from invitation where team = ? and state = 'SENT' group by 1 having count(*) > 1) t",
                        group))
                .isZero();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Database.count(
                                "outbox_event o join invitation i on o.subject = cast(i.id as text) where i.team = ?",
                                group)
                        == 0);
        System.gc();
        LOG.infof(
                "all told after %s; %d MB held",
                Duration.between(began, Instant.now()),
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20);
    }

    private static long count(String group, String state) {
        return Database.count("invitation where team = ? and state = ?", group, state);
    }
}
