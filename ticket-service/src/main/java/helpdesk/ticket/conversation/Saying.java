package helpdesk.ticket.conversation;

import helpdesk.ticket.vocabulary.Channel;
import java.util.List;
import java.util.UUID;

/**
 * What is said in an entry.
 *
 * @param body what everybody reads
 * @param original the whole mail, when its quoted history was taken out of the body; else null
 * @param call what kind of call it was about; null when it was none
 */
record Saying(String body, String original, CallDetails call, List<UUID> mentions) {

    static Saying comment(String body, Channel channel, List<UUID> mentions) {
        String whole = body.strip();
        String fresh = channel == Channel.EMAIL ? QuotedHistory.strip(whole) : whole;
        return new Saying(fresh, fresh.equals(whole) ? null : whole, null, mentions);
    }

    static Saying call(CallDetails call, String note, List<UUID> mentions) {
        return new Saying(note == null ? call.summary() : note.strip(), null, call, mentions);
    }
}
