package helpdesk.notification.customers;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who wants to be forgotten.
 *
 * @param ids all that they are known by
 * @param contacts mail addresses in lower case, phone numbers in E.164, and handles
 * @param tickets those that are theirs
 */
public record Person(Set<UUID> ids, List<String> contacts, Set<UUID> tickets) {

    /** For statements. */
    public UUID[] idArray() {
        return array(ids);
    }

    /** For statements. */
    public UUID[] ticketArray() {
        return array(tickets);
    }

    /** For statements. */
    public String[] contactArray() {
        return contacts.toArray(String[]::new);
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
