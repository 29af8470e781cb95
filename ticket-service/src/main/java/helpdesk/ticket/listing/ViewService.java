package helpdesk.ticket.listing;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.ticketing.TicketCriteria;
import helpdesk.ticket.ticketing.TicketSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Keeps the views that people come back to. */
@ApplicationScoped
public class ViewService {

    private static final int MOST_COUNTED = 30;
    private static final int COUNTED_TO = 1_000;

    private final ViewRepository views;
    private final TicketCriteria criteria;
    private final TicketSearch search;
    private final CurrentActor actor;
    private final Patcher patcher;
    private final Clock clock;

    ViewService(
            ViewRepository views,
            TicketCriteria criteria,
            TicketSearch search,
            CurrentActor actor,
            Patcher patcher,
            Clock clock) {
        this.views = views;
        this.criteria = criteria;
        this.search = search;
        this.actor = actor;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    SavedView create(NewView request) {
        if (request.shared()) {
            requireLead();
        } else if (actor.accountId() == null) {
            throw PlatformProblem.FORBIDDEN.problem("Only people have views of their own.");
        }
        requireValid(request.body());
        SavedView view =
                new SavedView(Ids.next(), request.shared() ? null : actor.accountId(), request.body(), clock.instant());
        views.persist(view);
        return view;
    }

    @Transactional
    SavedView patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        SavedView view = requireMine(id);
        ifMatch.require(view.version());
        ViewBody former = view.body();
        ViewBody changed = patcher.apply(patch, former);
        requireValid(changed);
        if (!changed.equals(former)) {
            view.write(changed, clock.instant());
            views.flush();
        }
        return view;
    }

    @Transactional
    void remove(UUID id, IfMatch ifMatch) {
        SavedView view = requireMine(id);
        ifMatch.require(view.version());
        views.delete(view);
    }

    /** A view that the caller sees. */
    SavedView require(UUID id) {
        return views.findByIdOptional(id)
                .filter(view -> view.isVisibleTo(actor.accountId()))
                .orElseThrow(() -> TicketProblem.VIEW_NOT_FOUND.problem(
                        "There is no view with this id. See GET /api/v1/ticket-views."));
    }

    /** How many tickets the first views have, with one statement for all. */
    ViewCounts counts() {
        List<SavedView> seen = views.first(actor.accountId(), MOST_COUNTED);
        List<Long> counts = search.count(seen.stream().map(SavedView::list).toList(), COUNTED_TO + 1);
        return new ViewCounts(IntStream.range(0, seen.size())
                .mapToObj(i -> new ViewCount(
                        seen.get(i).id(),
                        seen.get(i).body().name(),
                        Math.min(counts.get(i), COUNTED_TO),
                        counts.get(i) > COUNTED_TO))
                .toList());
    }

    private SavedView requireMine(UUID id) {
        SavedView view = require(id);
        if (view.isShared()) {
            requireLead();
        }
        return view;
    }

    private void requireValid(ViewBody body) {
        criteria.require(body.filter(), "/filter/");
        criteria.requireSort(body.sort(), "/sort");
    }

    private void requireLead() {
        if (!actor.has(Roles.SUPERVISOR) && !actor.has(Roles.ADMIN)) {
            throw PlatformProblem.FORBIDDEN.problem(
                    "Views for everybody are kept by supervisors. Keep one of your own, or ask a supervisor.");
        }
    }
}
