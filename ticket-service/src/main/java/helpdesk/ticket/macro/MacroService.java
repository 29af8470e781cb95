package helpdesk.ticket.macro;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.persistence.Ids;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.conversation.AddComment;
import helpdesk.ticket.conversation.ConversationService;
import helpdesk.ticket.conversation.Entry;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.CurrentAuthor;
import helpdesk.ticket.ticketing.Ticket;
import helpdesk.ticket.ticketing.TicketQuery;
import helpdesk.ticket.ticketing.TicketRepository;
import helpdesk.ticket.ticketing.TicketService;
import helpdesk.ticket.ticketing.TicketView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** Keeps macros, and applies them. */
@ApplicationScoped
public class MacroService {

    private final MacroRepository macros;
    private final TicketRepository tickets;
    private final TicketService ticketService;
    private final TicketQuery query;
    private final ConversationService conversation;
    private final CurrentAuthor author;
    private final Patcher patcher;
    private final Validator validator;
    private final Clock clock;

    MacroService(
            MacroRepository macros,
            TicketRepository tickets,
            TicketService ticketService,
            TicketQuery query,
            ConversationService conversation,
            CurrentAuthor author,
            Patcher patcher,
            Validator validator,
            Clock clock) {
        this.macros = macros;
        this.tickets = tickets;
        this.ticketService = ticketService;
        this.query = query;
        this.conversation = conversation;
        this.author = author;
        this.patcher = patcher;
        this.validator = validator;
        this.clock = clock;
    }

    @Transactional
    Macro create(MacroBody body) {
        UUID id = Ids.next();
        requireFree(body.name(), id);
        Macro macro = new Macro(id, body, clock.instant());
        macros.persist(macro);
        return macro;
    }

    @Transactional
    Macro patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        Macro macro = require(id);
        ifMatch.require(macro.version());
        MacroBody former = macro.body();
        MacroBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            requireFree(changed.name(), id);
            macro.write(changed, clock.instant());
            macros.flush();
        }
        return macro;
    }

    /** Replies and changes the ticket, all of it or nothing. */
    @Transactional
    AppliedMacro apply(String reference, ApplyMacro request) {
        Macro macro = require(request.macroId());
        MacroBody body = macro.body();
        if (!body.active()) {
            throw TicketProblem.MACRO_RETIRED.at("/macroId", "Choose another. See GET /api/v1/macros.");
        }
        AuthorData writer = author.get();
        Ticket ticket = tickets.requireForChange(reference);
        TicketView before = query.view(ticket);
        String reply = filled(body.reply(), before, writer);
        if (request.preview()) {
            return new AppliedMacro(before, reply, body.changes(), null);
        }
        Entry entry = reply == null
                ? null
                : conversation.write(ticket.id().toString(), valid(AddComment.of(reply, body.visibility())));
        UUID me = writer.kind() == AuthorData.Kind.AGENT ? writer.id() : null;
        ticketService.change(
                ticket,
                present -> valid(body.changes()
                        .applyTo(present, me, filled(body.changes().resolution(), before, writer))));
        return new AppliedMacro(query.view(ticket), reply, body.changes(), entry == null ? null : entry.view());
    }

    Macro require(UUID id) {
        return macros.findByIdOptional(id)
                .orElseThrow(() -> TicketProblem.MACRO_NOT_FOUND.problem(
                        "There is no macro with this id. See GET /api/v1/macros."));
    }

    private void requireFree(String name, UUID by) {
        if (macros.isTaken(name, by)) {
            throw TicketProblem.NAME_TAKEN.at("/name", "A macro has this name already. Choose another.");
        }
    }

    /** With its placeholders filled, a text can be longer than one may be, or nothing at all. */
    private <T> T valid(T filled) {
        Set<ConstraintViolation<T>> violations = validator.validate(filled);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return filled;
    }

    private static String filled(String text, TicketView ticket, AuthorData writer) {
        return text == null ? null : Placeholder.fill(text, ticket, writer);
    }
}
