package helpdesk.ticket.sideconversation;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.request.Causation;
import helpdesk.ticket.search.SearchDocuments;
import helpdesk.ticket.ticketing.CurrentAuthor;
import helpdesk.ticket.ticketing.MergedTickets;
import helpdesk.ticket.ticketing.TicketMerging;
import helpdesk.ticket.ticketing.TicketNotes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** Discusses tickets with third parties. */
@ApplicationScoped
public class SideConversationService {

    private final SideConversationRepository conversations;
    private final SideMessageRepository messages;
    private final TicketMerging tickets;
    private final MergedTickets merged;
    private final TicketNotes notes;
    private final SearchDocuments documents;
    private final CurrentAuthor author;
    private final SideLinks links;
    private final Outbox outbox;
    private final Causation causation;
    private final Patcher patcher;
    private final Clock clock;

    SideConversationService(
            SideConversationRepository conversations,
            SideMessageRepository messages,
            TicketMerging tickets,
            MergedTickets merged,
            TicketNotes notes,
            SearchDocuments documents,
            CurrentAuthor author,
            SideLinks links,
            Outbox outbox,
            Causation causation,
            Patcher patcher,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.tickets = tickets;
        this.merged = merged;
        this.notes = notes;
        this.documents = documents;
        this.author = author;
        this.links = links;
        this.outbox = outbox;
        this.causation = causation;
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    SideConversation open(String reference, OpenSideConversation request) {
        UUID ticket = tickets.require(reference);
        Instant now = clock.instant();
        SideConversation conversation = new SideConversation(Ids.next(), ticket, request, now);
        notes.note(ticket, "sideConversation", null, conversation.id(), false, now);
        conversations.persistAndFlush(conversation);
        keep(conversation, SideMessage.ofStaff(Ids.next(), conversation.id(), request.body(), author.get(), now), now);
        return conversation;
    }

    @Transactional
    SideMessage write(String reference, UUID id, WriteSideMessage request) {
        SideConversation conversation = conversations.requireForChange(
                conversations.require(tickets.require(reference), id).id());
        Instant now = clock.instant();
        conversation.written(now);
        SideMessage message = SideMessage.ofStaff(Ids.next(), id, request.body(), author.get(), now);
        notes.note(merged.root(conversation.ticketId()), "sideMessage", null, message.id(), false, now);
        keep(conversation, message, now);
        return message;
    }

    /** The third party answers, by the link. */
    @Transactional
    SideMessage answer(UUID id, WriteSideMessage request) {
        SideConversation conversation = conversations.requireForChange(id);
        Instant now = clock.instant();
        conversation.written(now);
        causation.actAs(Actor.system("third-party"));
        SideMessage message = SideMessage.ofParty(Ids.next(), conversation, request.body(), now);
        notes.note(merged.root(conversation.ticketId()), "sideMessage", null, message.id(), false, now);
        messages.persist(message);
        documents.append(merged.root(conversation.ticketId()), request.body());
        return message;
    }

    @Transactional
    SideConversation patch(String reference, UUID id, IfMatch ifMatch, MergePatch patch) {
        SideConversation conversation = conversations.require(tickets.require(reference), id);
        ifMatch.require(conversation.version());
        SidePatch changed = patcher.apply(patch, new SidePatch(conversation.state()));
        if (changed.state() != conversation.state()) {
            notes.note(
                    merged.root(conversation.ticketId()),
                    "sideConversationState",
                    conversation.state().wireName(),
                    changed.state().wireName(),
                    false,
                    clock.instant());
            conversation.moveTo(changed.state(), clock.instant());
            conversations.flush();
        }
        return conversation;
    }

    private void keep(SideConversation conversation, SideMessage message, Instant now) {
        messages.persist(message);
        documents.append(
                merged.root(conversation.ticketId()), conversation.subject(), message.body(), conversation.partyName());
        outbox.append(
                conversation,
                new SideConversationEvent(
                        conversation.id(),
                        conversation.ticketId(),
                        conversation.subject(),
                        new Party(conversation.partyName(), conversation.partyEmail()),
                        message.authorName(),
                        message.authorTitle(),
                        links.linkTo(conversation.id()),
                        now));
    }
}
