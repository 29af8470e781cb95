package helpdesk.ticket.vocabulary;

import static helpdesk.ticket.vocabulary.TicketStatus.CLOSED;
import static helpdesk.ticket.vocabulary.TicketStatus.NEW;
import static helpdesk.ticket.vocabulary.TicketStatus.ON_HOLD;
import static helpdesk.ticket.vocabulary.TicketStatus.OPEN;
import static helpdesk.ticket.vocabulary.TicketStatus.PENDING;
import static helpdesk.ticket.vocabulary.TicketStatus.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TicketStatusTest {

    /** The status machine as the product describes it, written down a second time. */
    private static final Map<TicketStatus, Set<TicketStatus>> TABLE = Map.of(
            NEW, Set.of(OPEN, PENDING, ON_HOLD, RESOLVED),
            OPEN, Set.of(PENDING, ON_HOLD, RESOLVED),
            PENDING, Set.of(OPEN, ON_HOLD, RESOLVED),
            ON_HOLD, Set.of(OPEN, PENDING, RESOLVED),
            RESOLVED, Set.of(OPEN),
            CLOSED, Set.of());

    static Stream<Arguments> pairs() {
        return Arrays.stream(TicketStatus.values())
                .flatMap(from -> Arrays.stream(TicketStatus.values()).map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("pairs")
    void each_pair_is_allowed_or_not_as_the_product_says(TicketStatus from, TicketStatus to) {
        assertThat(from.allowedNext().contains(to)).isEqualTo(TABLE.get(from).contains(to));
    }

    @ParameterizedTest
    @EnumSource
    void nothing_leads_back_to_new(TicketStatus from) {
        assertThat(from.allowedNext()).doesNotContain(NEW);
    }

    @ParameterizedTest
    @EnumSource
    void nobody_closes_a_ticket_by_hand(TicketStatus from) {
        assertThat(from.allowedNext()).doesNotContain(CLOSED);
    }

    @Test
    void a_reply_opens_what_waits_and_what_was_resolved() {
        assertThat(Arrays.stream(TicketStatus.values()).filter(TicketStatus::opensOnReply))
                .containsExactly(PENDING, ON_HOLD, RESOLVED);
    }

    @Test
    void the_wire_knows_lower_case_names() {
        assertThat(Arrays.stream(TicketStatus.values()).map(TicketStatus::wireName))
                .containsExactly("new", "open", "pending", "on_hold", "resolved", "closed");
    }
}
