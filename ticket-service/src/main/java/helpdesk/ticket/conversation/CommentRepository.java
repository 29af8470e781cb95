package helpdesk.ticket.conversation;

import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.attachment.AttachmentRepository;
import helpdesk.ticket.attachment.AttachmentView;
import helpdesk.ticket.mail.MailPart;
import helpdesk.ticket.mail.TicketMails;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.ticketing.MergedTickets;
import helpdesk.ticket.vocabulary.Channel;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Where comments are kept. */
@ApplicationScoped
public class CommentRepository implements PanacheRepositoryBase<TicketComment, UUID> {

    private static final String PUBLIC = "visibility = PUBLIC and (ticketId in :own"
            + " or ticketId in :others and authorKind <> CUSTOMER and createdAt >= :since)";

    private static final String REPLIES = "ticketId in ?1 and visibility = PUBLIC and authorKind = AGENT";
    private static final String MESSAGES = "ticketId in ?1 and authorKind = CUSTOMER";
    private static final int MOST_PEOPLE = 50;

    private final Cursors cursors;
    private final MergedTickets merged;
    private final AttachmentRepository attachments;
    private final ChannelDeliveries deliveries;
    private final TicketMails mails;

    CommentRepository(
            Cursors cursors,
            MergedTickets merged,
            AttachmentRepository attachments,
            ChannelDeliveries deliveries,
            TicketMails mails) {
        this.cursors = cursors;
        this.merged = merged;
        this.attachments = attachments;
        this.deliveries = deliveries;
        this.mails = mails;
    }

    /** The whole conversation, also what was said on tickets that were merged into this one. */
    Page<CommentView> all(UUID ticket, PageRequest page) {
        Parameters tickets = Parameters.with("tickets", merged.members(ticket));
        return page("comments:" + ticket, "ticketId in :tickets", tickets, page, found -> {
            Map<UUID, ChannelDelivery> delivered = deliveries.of(found);
            Map<UUID, MailPart> mailed = mails(found);
            return (comment, files) ->
                    CommentView.of(comment, files, delivered.get(comment.id())).with(mailed.get(comment.id()));
        });
    }

    /** What the requester of the ticket may read. */
    public <T> Page<T> visible(UUID ticket, PageRequest page, BiFunction<TicketComment, List<AttachmentView>, T> view) {
        return page("visible:" + ticket, PUBLIC, audience(ticket), page, found -> view);
    }

    /**
     * The latest of what the requester of the ticket may read, the oldest of it first.
     *
     * @param most how many
     */
    public <T> List<T> latestVisible(UUID ticket, int most, BiFunction<TicketComment, List<AttachmentView>, T> view) {
        List<TicketComment> found = find(PUBLIC + " order by id desc", audience(ticket))
                .range(0, most - 1)
                .list()
                .reversed();
        Map<UUID, List<AttachmentView>> files = files(found);
        return found.stream()
                .map(comment -> view.apply(comment, files.getOrDefault(comment.id(), List.of())))
                .toList();
    }

    /**
     * One comment of the ticket.
     *
     * @throws helpdesk.platform.problem.Problem {@code comment-not-found}
     */
    TicketComment require(UUID ticket, UUID id) {
        return find("id = ?1 and ticketId in ?2", id, merged.members(ticket))
                .firstResultOptional()
                .orElseThrow(() -> TicketProblem.COMMENT_NOT_FOUND.problem(
                        "This ticket has no comment with this id. See its comments."));
    }

    /** Whether a customer wrote on one of the tickets since then. */
    public boolean customerWroteSince(Collection<UUID> tickets, Instant since) {
        return count("ticketId in ?1 and authorKind = CUSTOMER and createdAt >= ?2", tickets, since) > 0;
    }

    /** What was said on the ticket and on those that were merged into it. */
    public ConversationSummary summary(UUID ticket) {
        List<UUID> tickets = merged.members(ticket);
        return new ConversationSummary(
                count(REPLIES, tickets),
                count(MESSAGES, tickets),
                count("ticketId in ?1 and visibility = INTERNAL", tickets),
                find(
                                "select distinct authorName from TicketComment where ticketId in ?1 and authorKind = AGENT "
                                        + "and authorName is not null order by authorName",
                                tickets)
                        .project(String.class)
                        .range(0, MOST_PEOPLE - 1)
                        .list(),
                last(REPLIES, tickets),
                last(MESSAGES, tickets));
    }

    private ConversationSummary.Said last(String condition, List<UUID> tickets) {
        return find(condition + " order by id desc", tickets)
                .firstResultOptional()
                .map(ConversationSummary.Said::of)
                .orElse(null);
    }

    /** One comment with all there is. */
    CommentView whole(TicketComment comment) {
        return CommentView.whole(
                        comment,
                        attachments.ofComments(List.of(comment.id())).getOrDefault(comment.id(), List.of()),
                        deliveries.of(List.of(comment)).get(comment.id()))
                .with(mails(List.of(comment)).get(comment.id()));
    }

    private Map<UUID, MailPart> mails(List<TicketComment> comments) {
        return mails.ofComments(comments.stream()
                .filter(comment ->
                        comment.channel() == Channel.EMAIL && comment.author().kind() == AuthorData.Kind.CUSTOMER)
                .map(TicketComment::id)
                .toList());
    }

    /** Those of these comments that were said on the ticket itself, the oldest first. */
    public List<TicketComment> listOf(UUID ticket, Collection<UUID> ids) {
        return list("ticketId = ?1 and id in ?2 order by id", ticket, ids);
    }

    private Parameters audience(UUID ticket) {
        MergedTickets.Audience audience = merged.audience(ticket);
        return Parameters.with("own", audience.own())
                .and("others", audience.others())
                .and("since", audience.since());
    }

    private Map<UUID, List<AttachmentView>> files(List<TicketComment> comments) {
        return attachments.ofComments(comments.stream().map(TicketComment::id).toList());
    }

    private <T> Page<T> page(
            String list,
            String condition,
            Parameters parameters,
            PageRequest page,
            Function<List<TicketComment>, BiFunction<TicketComment, List<AttachmentView>, T>> views) {
        List<String> after = cursors.open(page.after(), list);
        var query = after.isEmpty()
                ? find(condition + " order by id", parameters)
                : find(
                        "(" + condition + ") and id > :after order by id",
                        parameters.and("after", UUID.fromString(after.getFirst())));
        List<TicketComment> found = query.range(0, page.limit()).list();
        Map<UUID, List<AttachmentView>> files = files(found);
        BiFunction<TicketComment, List<AttachmentView>, T> view = views.apply(found);
        return Page.of(
                found,
                page.limit(),
                comment -> view.apply(comment, files.getOrDefault(comment.id(), List.of())),
                last -> cursors.seal(List.of(last.id().toString()), list));
    }
}
