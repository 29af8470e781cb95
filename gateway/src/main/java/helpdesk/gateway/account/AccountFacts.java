package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What every event about an account says of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountFacts(
        UUID accountId,
        String username,
        String displayName,
        String email,
        List<String> roles,
        boolean active,
        Instant createdAt) {}
