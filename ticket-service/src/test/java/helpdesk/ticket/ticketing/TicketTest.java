package helpdesk.ticket.ticketing;

import static helpdesk.ticket.ticketing.Tickets.OPENED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import helpdesk.platform.problem.Problem;
import helpdesk.platform.problem.ProblemType;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.Agents;
import helpdesk.ticket.history.FieldChange;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TicketTest {

    private static final Instant LATER = OPENED.plusSeconds(60);

    private final Agent agent = Agents.named("Daniel Brandt");

    static Stream<Arguments> pairs() {
        return Arrays.stream(TicketStatus.values())
                .flatMap(from -> Arrays.stream(TicketStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void each_transition_happens_or_is_refused_with_the_allowed_ones(TicketStatus from, TicketStatus to) {
        Ticket ticket = Tickets.in(from, agent);
        boolean unprepared = from == TicketStatus.NEW && to == TicketStatus.RESOLVED;
        if (unprepared) {
            assertRefused(TicketProblem.ASSIGNEE_REQUIRED, () -> ticket.moveTo(to, "agent", LATER));
        } else if (from.allowedNext().contains(to)) {
            TicketEvent event = ticket.moveTo(to, "agent", LATER);

            assertThat(ticket.status()).isEqualTo(to);
            assertThat(event.head().status()).isEqualTo(to);
            assertThat(ticket.takeChanges()).containsExactly(FieldChange.of("status", from.wireName(), to.wireName()));
        } else {
            assertThatThrownBy(() -> ticket.moveTo(to, "agent", LATER))
                    .asInstanceOf(type(Problem.class))
                    .satisfies(problem -> {
                        assertThat(problem.type()).isEqualTo(TicketProblem.TRANSITION_NOT_ALLOWED);
                        assertThat(problem.members())
                                .containsEntry(
                                        "allowed",
                                        from.allowedNext().stream()
                                                .map(TicketStatus::wireName)
                                                .toList());
                    });
            assertThat(ticket.status()).isEqualTo(from);
            assertThat(ticket.takeChanges()).isEmpty();
        }
    }

    @Test
    void assigning_a_new_ticket_opens_it() {
        Ticket ticket = Tickets.fresh();

        TicketEvent event = ticket.assign(agent, LATER).orElseThrow();

        assertThat(event).asInstanceOf(type(TicketEvent.Assigned.class)).satisfies(assigned -> {
            assertThat(assigned.assignee()).isEqualTo(new AgentData(agent.id(), "Daniel Brandt", null));
            assertThat(assigned.previousAssigneeId()).isNull();
            assertThat(assigned.head().status()).isEqualTo(TicketStatus.OPEN);
        });
        assertThat(ticket.trail().updatedAt()).isEqualTo(LATER);
    }

    @Test
    void assigning_a_waiting_ticket_leaves_it_waiting() {
        Ticket ticket = Tickets.in(TicketStatus.PENDING, agent);

        ticket.assign(Agents.named("Mei Tanaka"), LATER);

        assertThat(ticket.status()).isEqualTo(TicketStatus.PENDING);
    }

    @Test
    void assigning_to_whom_it_is_with_is_no_change() {
        Ticket ticket = Tickets.in(TicketStatus.OPEN, agent);

        assertThat(ticket.assign(agent, LATER)).isEmpty();
        assertThat(ticket.takeChanges()).isEmpty();
    }

    @Test
    void taking_a_ticket_away_tells_from_whom() {
        Ticket ticket = Tickets.in(TicketStatus.OPEN, agent);

        assertThat(ticket.assign(null, LATER).orElseThrow())
                .asInstanceOf(type(TicketEvent.Assigned.class))
                .satisfies(assigned -> {
                    assertThat(assigned.assignee()).isNull();
                    assertThat(assigned.previousAssigneeId()).isEqualTo(agent.id());
                });
        assertThat(ticket.status()).isEqualTo(TicketStatus.OPEN);
    }

    @Test
    void resolving_needs_an_assignee_and_a_resolution() {
        Ticket ticket = Tickets.fresh();
        assertRefused(TicketProblem.ASSIGNEE_REQUIRED, () -> ticket.moveTo(TicketStatus.RESOLVED, "agent", LATER));

        ticket.assign(agent, LATER);
        assertRefused(TicketProblem.RESOLUTION_REQUIRED, () -> ticket.moveTo(TicketStatus.RESOLVED, "agent", LATER));

        ticket.explain("Extinguished.", LATER);
        assertThat(ticket.moveTo(TicketStatus.RESOLVED, "agent", LATER))
                .asInstanceOf(type(TicketEvent.Resolved.class))
                .satisfies(resolved -> {
                    assertThat(resolved.resolution()).isEqualTo("Extinguished.");
                    assertThat(resolved.assignee().id()).isEqualTo(agent.id());
                    assertThat(resolved.requester().email()).isEqualTo("amara@example.org");
                    assertThat(resolved.reopenCount()).isZero();
                });
    }

    @Test
    void a_resolved_ticket_keeps_who_solved_it_and_how() {
        Ticket ticket = Tickets.in(TicketStatus.RESOLVED, agent);

        assertRefused(TicketProblem.ASSIGNEE_REQUIRED, () -> ticket.assign(null, LATER));
        assertRefused(TicketProblem.RESOLUTION_REQUIRED, () -> ticket.explain(null, LATER));
    }

    @Test
    void reopening_counts_each_time_and_tells_whose_doing_it_was() {
        Ticket ticket = Tickets.in(TicketStatus.RESOLVED, agent);

        assertThat(ticket.moveTo(TicketStatus.OPEN, "customer", LATER))
                .isEqualTo(new TicketEvent.Reopened(TicketHead.of(ticket), "customer", 1, LATER));
        ticket.moveTo(TicketStatus.RESOLVED, "agent", LATER);
        assertThat(ticket.moveTo(TicketStatus.OPEN, "agent", LATER))
                .isEqualTo(new TicketEvent.Reopened(TicketHead.of(ticket), "agent", 2, LATER));
    }

    @Test
    void only_what_is_resolved_is_closed() {
        for (TicketStatus status : TicketStatus.values()) {
            Ticket ticket = Tickets.in(status, agent);
            if (status == TicketStatus.RESOLVED) {
                assertThat(ticket.close(LATER)).isEqualTo(new TicketEvent.Closed(TicketHead.of(ticket), LATER));
                assertThat(ticket.status()).isEqualTo(TicketStatus.CLOSED);
            } else {
                assertRefused(TicketProblem.TRANSITION_NOT_ALLOWED, () -> ticket.close(LATER));
            }
        }
    }

    @Test
    void closed_is_final() {
        Ticket ticket = Tickets.in(TicketStatus.CLOSED, agent);

        assertRefused(TicketProblem.TICKET_CLOSED, () -> ticket.assign(Agents.named("Mei Tanaka"), LATER));
        assertRefused(TicketProblem.TICKET_CLOSED, () -> ticket.rewrite(Tickets.content(Priority.URGENT), LATER));
        assertRefused(TicketProblem.TICKET_CLOSED, () -> ticket.explain("Otherwise.", LATER));
        assertRefused(TicketProblem.TICKET_CLOSED, () -> ticket.escalate("Still burning.", LATER));
        assertThat(ticket.takeChanges()).isEmpty();
    }

    @Test
    void what_changes_nothing_may_be_done_to_a_closed_ticket() {
        Ticket ticket = Tickets.in(TicketStatus.CLOSED, agent);

        assertThat(ticket.assign(agent, LATER)).isEmpty();
        assertThat(ticket.rewrite(Tickets.content(Priority.NORMAL), LATER)).isEmpty();
        assertThat(ticket.explain("Extinguished.", LATER)).isEmpty();
    }

    @Test
    void escalation_climbs_to_the_highest_tier_and_no_further() {
        Ticket ticket = Tickets.fresh();

        assertThat(ticket.escalate("Too hot.", LATER))
                .isEqualTo(new TicketEvent.Escalated(TicketHead.of(ticket), 1, 2, "Too hot.", LATER));
        ticket.escalate("Even hotter.", LATER);
        assertThat(ticket.tier()).isEqualTo(3);
        assertRefused(TicketProblem.HIGHEST_TIER, () -> ticket.escalate("Help.", LATER));
    }

    @Test
    void only_the_first_acknowledgement_counts() {
        Ticket ticket = Tickets.fresh();

        assertThat(ticket.acknowledge(true, LATER)).isPresent();
        assertThat(ticket.acknowledge(false, LATER)).isEmpty();
    }

    @Test
    void who_asks_is_learned_once() {
        Ticket ticket = Tickets.fresh();
        UUID customer = UUID.randomUUID();

        TicketEvent event = ticket.identified(customer, customer, "Amara Okafor", "Amara", LATER)
                .orElseThrow();

        assertThat(event.head().customerId()).isEqualTo(customer);
        assertThat(ticket.requester().preferredName()).isEqualTo("Amara");
        assertThat(ticket.identified(customer, customer, "Amara Okafor", "Amara", LATER))
                .isEmpty();
    }

    @Test
    void the_last_word_of_the_customer_on_our_work_stands() {
        Ticket ticket = Tickets.fresh();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();

        assertThat(ticket.rated(new Rating((short) 2, first, LATER), LATER)).isPresent();
        assertThat(ticket.rated(new Rating((short) 2, first, LATER), LATER)).isEmpty();
        assertThat(ticket.rated(new Rating((short) 9, second, LATER.plusSeconds(1)), LATER)
                        .orElseThrow())
                .isEqualTo(new TicketEvent.Changed(
                        TicketHead.of(ticket),
                        List.of(FieldChange.of(
                                "satisfaction",
                                new Satisfaction((short) 2, first).form(),
                                new Satisfaction((short) 9, second).form())),
                        LATER));
        assertThat(ticket.rated(new Rating((short) 4, first, LATER), LATER)).isEmpty();
        assertThat(ticket.satisfaction()).isEqualTo(new Satisfaction((short) 9, second));
    }

    @Test
    void who_takes_a_score_back_has_given_none_and_another_answer_without_one_takes_nothing_back() {
        Ticket ticket = Tickets.fresh();
        UUID response = UUID.randomUUID();
        ticket.rated(new Rating((short) 2, response, LATER), LATER);

        assertThat(ticket.rated(new Rating(null, UUID.randomUUID(), LATER.plusSeconds(1)), LATER))
                .isEmpty();
        assertThat(ticket.satisfaction().score()).isEqualTo((short) 2);
        assertThat(ticket.rated(new Rating(null, response, LATER.plusSeconds(3)), LATER))
                .isPresent();
        assertThat(ticket.satisfaction()).isNull();
        assertThat(ticket.rated(new Rating((short) 8, response, LATER.plusSeconds(2)), LATER))
                .isEmpty();
    }

    @Test
    void what_the_product_learns_makes_no_version_of_a_caller_stale() {
        Ticket ticket = Tickets.fresh();

        UUID somebody = UUID.randomUUID();
        ticket.identified(somebody, somebody, "Amara", null, LATER);
        ticket.acknowledge(true, LATER);
        ticket.rated(new Rating((short) 7, UUID.randomUUID(), LATER), LATER);
        ticket.commented(
                UUID.randomUUID(),
                "public",
                new AuthorData(AuthorData.Kind.CUSTOMER, null, "Amara", null),
                List.of(),
                LATER);
        assertThat(ticket.trail().writableSince()).isZero();

        ticket.rewrite(Tickets.content(Priority.HIGH), LATER);
        assertThat(ticket.trail().writableSince()).isEqualTo(1);
    }

    @Test
    void time_never_goes_back_for_a_ticket() {
        Ticket ticket = Tickets.fresh();

        ticket.escalate("Now.", LATER);
        ticket.escalate("An hour earlier, says this machine.", LATER.minusSeconds(3600));
        assertThat(ticket.trail().updatedAt()).isEqualTo(LATER);

        AuthorData customer = new AuthorData(AuthorData.Kind.CUSTOMER, null, "Amara", null);
        ticket.commented(UUID.randomUUID(), "public", customer, List.of(), LATER);
        assertThat(ticket.trail().updatedAt()).isEqualTo(LATER.plusNanos(1_000));
    }

    private static void assertRefused(ProblemType type, ThrowingCallable action) {
        assertThatThrownBy(action)
                .asInstanceOf(type(Problem.class))
                .extracting(Problem::type)
                .isEqualTo(type);
    }
}
