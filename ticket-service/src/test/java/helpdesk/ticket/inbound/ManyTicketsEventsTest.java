package helpdesk.ticket.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Several consumers change the same tickets, each many of them at once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ManyTicketsEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String NOTIFICATIONS = "helpdesk.notification";
    private static final int MANY = 20;

    @Test
    void who_waits_for_a_ticket_holds_none_that_others_could_wait_for() throws SQLException {
        // In the order of their ids, which grow with time.
        List<String> tickets = Stream.generate(Api::openedId).limit(MANY).toList();
        try (EventProbe probe = EventProbe.on(CUSTOMERS);
                Connection other = Database.connect();
                Connection looker = Database.connect()) {
            other.setAutoCommit(false);
            assertThat(lockable(other, tickets.subList(0, 1))).isEqualTo(1);

            // From the last to the first: taken in the order of the events, nineteen would be held while one is
            // awaited.
            tickets.reversed().forEach(ticket -> {
                probe.publish(CUSTOMERS, Given.identified(ticket, UUID.randomUUID()));
                probe.publish(NOTIFICATIONS, Given.delivered(ticket, "acknowledgement"));
            });
            Awaitility.await("both consumers wait for the first ticket")
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> Database.count("pg_stat_activity where wait_event_type = 'Lock'") == 2);
            assertThat(lockable(looker, tickets)).isEqualTo(MANY - 1);
            other.rollback();

            tickets.forEach(ticket -> Awaitility.await("both are learned")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> Api.read(ticket).getInt("version") == 2));
        }
    }

    /** How many of the tickets can be locked right now. The locks last as long as the session's transaction. */
    private static int lockable(Connection session, List<String> ids) throws SQLException {
        String list = ids.stream().collect(Collectors.joining("','", "'", "'"));
        try (ResultSet rows = session.createStatement()
                .executeQuery("select id from ticket where id in (%s) for no key update skip locked".formatted(list))) {
            int count = 0;
            while (rows.next()) {
                count++;
            }
            return count;
        }
    }
}
