package helpdesk.gateway.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account as administrators see it. */
@Schema(name = "Account")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AccountView(
        UUID id,
        String username,
        String displayName,
        String email,
        List<String> roles,
        boolean active,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static AccountView of(Account account) {
        return new AccountView(
                account.id(),
                account.username(),
                account.displayName(),
                account.email(),
                account.roles(),
                account.active(),
                account.createdAt(),
                account.updatedAt(),
                account.version());
    }
}
