package helpdesk.ticket.ticketing;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.servicelevel.ServiceLevelView;
import helpdesk.ticket.servicelevel.ServiceLevels;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Reads tickets: three statements a page, whatever is on it. */
@ApplicationScoped
public class TicketQuery {

    private final TicketRepository tickets;
    private final TicketSearch search;
    private final ServiceLevels serviceLevels;
    private final Cursors cursors;
    private final Clock clock;

    TicketQuery(
            TicketRepository tickets, TicketSearch search, ServiceLevels serviceLevels, Cursors cursors, Clock clock) {
        this.tickets = tickets;
        this.search = search;
        this.serviceLevels = serviceLevels;
        this.cursors = cursors;
        this.clock = clock;
    }

    /** The ticket with this id or number. */
    public TicketView read(String reference) {
        return view(tickets.require(reference));
    }

    /** The ticket as it is in the transaction at hand. */
    public TicketView view(Ticket ticket) {
        return TicketView.of(
                ticket,
                serviceLevels.views(List.of(ticket.id()), clock.instant()).get(ticket.id()));
    }

    /** A ticket that was just opened. */
    TicketView viewOfOpened(Ticket ticket) {
        return TicketView.of(
                ticket,
                serviceLevels.viewOfOpened(
                        TicketFacts.situation(ticket), ticket.trail().createdAt(), clock.instant()));
    }

    /** A page of the list. */
    public Page<TicketView> page(TicketList list, PageRequest page, boolean count) {
        List<TicketSearch.Place> places =
                search.find(list, cursors.open(page.after(), list.fingerprint()), page.limitPlusOne());
        Map<UUID, TicketView> views = views(
                places.stream().limit(page.limit()).map(TicketSearch.Place::id).toList());
        Page<TicketView> found = Page.of(
                places,
                page.limit(),
                place -> views.get(place.id()),
                last -> cursors.seal(last.cursor(), list.fingerprint()));
        return count ? found.withTotal(search.count(list)) : found;
    }

    /**
     * Hands all tickets of the list over, some at a time, without holding more than these.
     *
     * @param most after which it ends
     */
    public void forEach(TicketList list, int batch, long most, Consumer<List<TicketView>> receiver) {
        List<String> after = List.of();
        for (long given = 0; given < most; given += batch) {
            List<String> from = after;
            Batch read = QuarkusTransaction.requiringNew().call(() -> {
                List<TicketSearch.Place> found = search.find(list, from, batch);
                Map<UUID, TicketView> views =
                        views(found.stream().map(TicketSearch.Place::id).toList());
                return new Batch(
                        found,
                        found.stream().map(place -> views.get(place.id())).toList());
            });
            // Outside of the transaction: the receiver may be slow.
            receiver.accept(read.views());
            if (read.places().size() < batch) {
                return;
            }
            after = read.places().getLast().cursor();
        }
    }

    private record Batch(List<TicketSearch.Place> places, List<TicketView> views) {}

    /** The tickets with these ids, with two statements. */
    public Map<UUID, TicketView> views(List<UUID> ids) {
        Map<UUID, ServiceLevelView> levels = serviceLevels.views(ids, clock.instant());
        return tickets.withAssignees(ids).stream()
                .collect(Collectors.toMap(Ticket::id, ticket -> TicketView.of(ticket, levels.get(ticket.id()))));
    }
}
