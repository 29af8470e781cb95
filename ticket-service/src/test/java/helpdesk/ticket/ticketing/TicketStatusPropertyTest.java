package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Random walks through the status machine: what the table allows works, what it does not is refused with what is allowed. */
class TicketStatusPropertyTest {

    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");

    @Property(tries = 500)
    void a_ticket_goes_where_the_table_leads_and_nowhere_else(@ForAll @Size(max = 30) List<TicketStatus> wishes) {
        Ticket ticket = Tickets.fresh();
        ticket.explain("Solved.", NOW);
        ticket.solvedByRequester();
        int reopened = 0;
        for (TicketStatus wish : wishes) {
            TicketStatus from = ticket.status();
            if (from.allowedNext().contains(wish)) {
                ticket.moveTo(wish, "agent", NOW);
                reopened += from == TicketStatus.RESOLVED ? 1 : 0;
                assertThat(ticket.status()).isEqualTo(wish);
                // Reopening forgets who solved it; for this walk somebody always has.
                ticket.solvedByRequester();
            } else {
                assertThatThrownBy(() -> ticket.moveTo(wish, "agent", NOW))
                        .isInstanceOfSatisfying(Problem.class, problem -> {
                            assertThat(problem.type()).isEqualTo(TicketProblem.TRANSITION_NOT_ALLOWED);
                            assertThat(problem.members().get("allowed"))
                                    .isEqualTo(from.allowedNext().stream()
                                            .map(TicketStatus::wireName)
                                            .toList());
                        });
                assertThat(ticket.status()).isEqualTo(from);
            }
        }
        assertThat(ticket.progress().reopenCount()).isEqualTo(reopened);
        assertThat(ticket.status()).isNotEqualTo(TicketStatus.CLOSED);
    }
}
