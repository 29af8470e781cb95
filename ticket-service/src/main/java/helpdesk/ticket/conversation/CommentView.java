package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.attachment.AttachmentView;
import helpdesk.ticket.mail.MailPart;
import helpdesk.ticket.ticketing.AuthorData;
import helpdesk.ticket.vocabulary.Channel;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An entry of the conversation as staff see it.
 *
 * @param ticketId the ticket on which it was said: another one when that was merged
 * @param original the whole mail, when its quoted history was taken out; only when one entry is read
 * @param network by which it came or goes out
 * @param channelDelivery what became of it there, when it goes out
 * @param sentAt when it was said on the network, as the network tells
 */
@Schema(name = "Comment")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CommentView(
        UUID id,
        UUID ticketId,
        EntryKind kind,
        String body,
        String original,
        Visibility visibility,
        Channel channel,
        String network,
        ChannelDelivery channelDelivery,
        AuthorData author,
        List<UUID> mentionIds,
        CallView call,
        List<AttachmentView> attachments,

        @Schema(description = "The mail that it came by, with its files")
        MailPart mail,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Schema(description = "Only in the answer to writing")
        List<ReplyAdvice> advice,

        Instant sentAt,
        Instant createdAt) {

    /** A call, and whether it was answered by the third ring. */
    @Schema(name = "CallEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CallView(
            CallDetails.Direction direction,
            int rings,
            int waitSeconds,
            int durationSeconds,
            UUID transferredTo,
            boolean voicemail,
            boolean withinGoal) {

        static CallView of(CallDetails call) {
            return call == null
                    ? null
                    : new CallView(
                            call.direction(),
                            call.rings(),
                            call.waitSeconds(),
                            call.durationSeconds(),
                            call.transferredTo(),
                            call.voicemail(),
                            call.keptGoal());
        }
    }

    /** One that was just written: what goes out by a network was asked for a moment ago. */
    static CommentView written(TicketComment comment, List<AttachmentView> attachments, List<ReplyAdvice> advice) {
        ChannelDelivery delivery =
                comment.goesOut() ? ChannelDelivery.asked(comment.network(), comment.createdAt()) : null;
        return of(comment, comment.original(), attachments, delivery, advice);
    }

    /** One entry with all there is. */
    static CommentView whole(TicketComment comment, List<AttachmentView> attachments, ChannelDelivery delivery) {
        return of(comment, comment.original(), attachments, delivery, List.of());
    }

    /** One of many entries. */
    static CommentView of(TicketComment comment, List<AttachmentView> attachments, ChannelDelivery delivery) {
        return of(comment, null, attachments, delivery, List.of());
    }

    private static CommentView of(
            TicketComment comment,
            String original,
            List<AttachmentView> attachments,
            ChannelDelivery delivery,
            List<ReplyAdvice> advice) {
        return new CommentView(
                comment.id(),
                comment.ticketId(),
                comment.kind(),
                comment.body(),
                original,
                comment.visibility(),
                comment.channel(),
                comment.network(),
                delivery,
                comment.author(),
                comment.mentionIds(),
                CallView.of(comment.call()),
                attachments,
                null,
                advice,
                comment.sentAt(),
                comment.createdAt());
    }

    /** The same, with the mail that it came by; null when it came otherwise. */
    CommentView with(MailPart cameBy) {
        return cameBy == null
                ? this
                : new CommentView(
                        id,
                        ticketId,
                        kind,
                        body,
                        original,
                        visibility,
                        channel,
                        network,
                        channelDelivery,
                        author,
                        mentionIds,
                        call,
                        attachments,
                        cameBy,
                        advice,
                        sentAt,
                        createdAt);
    }
}
