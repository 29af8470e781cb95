package helpdesk.customer.privacy;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What tells that something is about the person.
 *
 * @param subjects the profile and those that were merged into it
 * @param tickets the tickets of the person
 * @param names full names
 * @param contacts mail addresses and phone numbers
 */
record Traces(List<UUID> subjects, List<UUID> tickets, List<String> names, List<String> contacts) {

    Traces including(List<UUID> more) {
        return new Traces(
                subjects,
                Stream.concat(tickets.stream(), more.stream()).distinct().toList(),
                names,
                contacts);
    }
}
