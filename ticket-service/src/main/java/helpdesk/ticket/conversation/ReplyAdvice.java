package helpdesk.ticket.conversation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What could be better about a reply. It was sent as it is: the agent decides (practice 18). */
@Schema(name = "ReplyAdvice", description = "What could be better about a reply; it was sent as it is.")
public record ReplyAdvice(String code, String detail) {

    /**
     * Looks whether the customer is called by name.
     *
     * @param names what the customer can be called: the preferred name, the full one
     */
    static List<ReplyAdvice> of(String reply, List<String> names) {
        String text = reply.toLowerCase(Locale.ROOT);
        boolean named = names.stream()
                .flatMap(name -> Arrays.stream(name.toLowerCase(Locale.ROOT).split("\\s+")))
                .filter(part -> part.length() > 1)
                .anyMatch(text::contains);
        return named || names.isEmpty()
                ? List.of()
                : List.of(
                        new ReplyAdvice("name-missing", "Call the customer by name: %s.".formatted(names.getFirst())));
    }
}
