package helpdesk.notification.tickets;

import helpdesk.platform.inbox.PoisonException;
import java.util.UUID;

/** What is read of a message to a third party. Its text stays in the ticket. */
record SideConversationFacts(
        UUID ticketId, String subject, Party party, String authorName, String authorTitle, String link) {

    SideConversationFacts {
        if (ticketId == null || subject == null || party == null || authorName == null || link == null) {
            throw new PoisonException("ticketId, subject, party, authorName and link are needed");
        }
    }

    /** Who is asked. */
    record Party(String name, String email) {
        Party {
            if (email == null) {
                throw new PoisonException("A party's mail address is needed");
            }
        }
    }
}
