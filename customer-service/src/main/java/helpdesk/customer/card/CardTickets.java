package helpdesk.customer.card;

import java.util.List;
import java.util.stream.Stream;

/** The open tickets of a customer: how many, and the latest of them. */
record CardTickets(int inAll, List<CardTicket> some) {

    static final CardTickets NONE = new CardTickets(0, List.of());

    CardTickets and(CardTickets more) {
        return new CardTickets(
                inAll, Stream.concat(some.stream(), more.some().stream()).toList());
    }
}
