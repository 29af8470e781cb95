package helpdesk.platform.erasure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Somebody wants to be forgotten (GDPR article 17).
 *
 * @param round the same is asked for again when what was under way has arrived
 * @param subjectId whose data is to be erased
 * @param formerIds what else they were known as: profiles that were merged into theirs
 * @param names what they are called
 * @param contacts mail addresses and phone numbers, in normal form
 */
public record ErasureRequest(
        UUID requestId,
        int round,
        @JsonProperty("customerId") UUID subjectId,
        List<UUID> formerIds,
        List<String> names,
        List<String> contacts) {

    /** Lists that are left out are empty. */
    public ErasureRequest {
        Objects.requireNonNull(requestId, "requestId is missing");
        Objects.requireNonNull(subjectId, "customerId is missing");
        formerIds = formerIds == null ? List.of() : List.copyOf(formerIds);
        names = names == null ? List.of() : List.copyOf(names);
        contacts = contacts == null ? List.of() : List.copyOf(contacts);
    }

    /** All ids of the person. */
    public List<UUID> subjects() {
        List<UUID> all = new ArrayList<>(formerIds);
        all.add(subjectId);
        return all;
    }

    /** What must not be found anywhere afterwards. */
    public List<String> terms() {
        return Stream.concat(names.stream(), contacts.stream()).distinct().toList();
    }
}
