package helpdesk.ticket.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.ticket.input.Shortened;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What was said, in short.
 *
 * @param replies public ones, by staff
 * @param messages by customers
 * @param notes internal ones
 * @param people staff who wrote, by name
 */
@Schema(name = "ConversationSummary")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConversationSummary(
        long replies, long messages, long notes, List<String> people, Said lastReply, Said lastMessage) {

    private static final int EXCERPT = 500;

    /**
     * What somebody said last.
     *
     * @param excerpt its first 500 characters
     */
    @Schema(name = "LastSaid")
    public record Said(Instant at, String by, String excerpt) {

        static Said of(TicketComment comment) {
            return new Said(comment.createdAt(), comment.author().name(), Shortened.to(EXCERPT, comment.body()));
        }
    }
}
