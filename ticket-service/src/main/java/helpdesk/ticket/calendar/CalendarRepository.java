package helpdesk.ticket.calendar;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where calendars are kept. */
@ApplicationScoped
public class CalendarRepository implements PanacheRepositoryBase<BusinessCalendar, UUID> {

    private static final String LIST = "calendars";

    private final Cursors cursors;

    CalendarRepository(Cursors cursors) {
        this.cursors = cursors;
    }

    Page<CalendarView> page(PageRequest page) {
        List<String> after = cursors.open(page.after(), LIST);
        var query = after.isEmpty()
                ? find("order by lower(name)")
                : find("lower(name) > lower(?1) order by lower(name)", after.getFirst());
        return Page.of(
                query.range(0, page.limit()).list(),
                page.limit(),
                CalendarView::of,
                last -> cursors.seal(List.of(last.name()), LIST));
    }

    /** What the calendar with this id says. */
    public Optional<CalendarBody> findBody(UUID id) {
        return findByIdOptional(id).map(BusinessCalendar::writable);
    }

    /** Whether a calendar other than this one has the name. */
    boolean isTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and id <> ?2", name.strip(), except) > 0;
    }
}
