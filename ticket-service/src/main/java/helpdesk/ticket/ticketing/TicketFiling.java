package helpdesk.ticket.ticketing;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.ticket.agent.AgentRepository;
import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.catalogue.FieldValues;
import helpdesk.ticket.catalogue.TopicTree;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.servicelevel.ServiceLevels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Changes how a ticket is filed and who follows it, as far as the catalogue and the staff allow it. */
@ApplicationScoped
class TicketFiling {

    private final Catalogue catalogue;
    private final FieldValues fieldValues;
    private final AgentRepository agents;
    private final SearchDocuments documents;
    private final InheritedMarks inherited;
    private final ServiceLevels serviceLevels;
    private final TicketJournal journal;

    TicketFiling(
            Catalogue catalogue,
            FieldValues fieldValues,
            AgentRepository agents,
            SearchDocuments documents,
            InheritedMarks inherited,
            ServiceLevels serviceLevels,
            TicketJournal journal) {
        this.catalogue = catalogue;
        this.fieldValues = fieldValues;
        this.agents = agents;
        this.documents = documents;
        this.inherited = inherited;
        this.serviceLevels = serviceLevels;
        this.journal = journal;
    }

    void file(Ticket ticket, TicketPatch former, TicketPatch changed, Instant now) {
        requireKnown(former, changed);
        TicketContent content = changed.content(fieldValues.accept(former.customFields(), changed.customFields()));
        Optional<TicketEvent> rewritten = ticket.rewrite(content, now);
        rewritten.ifPresent(event -> {
            journal.tell(ticket, event);
            serviceLevels.changed(TicketFacts.situation(ticket), now);
        });
        ticket.follow(changed.followerIds(), now).ifPresent(event -> journal.tell(ticket, event));
        inherited.disown(
                ticket.id(),
                missing(former.tags(), changed.tags()),
                missing(former.followerIds(), changed.followerIds()));
        boolean otherWords = !former.subject().equals(content.subject())
                || !former.customFields().equals(content.customFields());
        if (rewritten.isPresent() && otherWords) {
            documents.rewrite(ticket.id());
        }
    }

    private void requireKnown(TicketPatch former, TicketPatch changed) {
        if (!changed.group().equals(former.group())) {
            catalogue.requireGroup(changed.group(), "/group");
        }
        if (!Objects.equals(changed.category(), former.category())) {
            catalogue.require(TopicTree.CATEGORY, changed.category());
        }
        if (!Objects.equals(changed.cause(), former.cause())) {
            catalogue.require(TopicTree.CAUSE, changed.cause());
        }
        List<UUID> fresh = missing(changed.followerIds(), former.followerIds());
        if (!fresh.isEmpty() && agents.countActive(fresh) < fresh.size()) {
            throw PlatformProblem.UNKNOWN_AGENT.at(
                    "/followerIds", "One of them is no active agent. See GET /api/v1/agents.");
        }
    }

    /** What the first has and the second has not. */
    private static <T> List<T> missing(List<T> first, List<T> second) {
        return first.stream().filter(one -> !second.contains(one)).toList();
    }
}
