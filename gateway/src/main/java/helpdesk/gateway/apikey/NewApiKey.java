package helpdesk.gateway.apikey;

import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new API key. */
public record NewApiKey(
        @NotBlank(message = "Give the key a name that says which program uses it.")
        @Size(max = 100, message = "The name has at most 100 characters.")
        @Schema(examples = "Shop", description = "Unique among the keys that are not revoked")
        String name,

        @NotNull(message = "Give at least one role.") @Size(min = 1, max = 2, message = "Give one or two roles.")
        List<
                        @NotNull(message = "A role is a text.")
                        @Pattern(regexp = "integration|agent", message = "A key's role is integration or agent.")
                        String>
                roles,

        @Size(min = 1, max = 100, message = "Give 1 to 100 scopes, or leave them out.")
        @Schema(
                examples = "[\"tickets:read\", \"events:write\"]",
                description =
                        "What of its roles' rights the key may use: the first word of an address behind /api/v1/, and read (GET)"
                                + " or write (everything else); * is for all addresses. Absent means all that the roles may")
        List<
                        @NotNull(message = "A scope is a text.")
                        @Pattern(
                                regexp = "(?:\\*|[a-z][a-z-]{1,60}):(?:read|write)",
                                message = "A scope looks like tickets:read, tickets:write or *:read.")
                        String>
                scopes,

        @Future(message = "The key must expire in the future.")
        @Schema(description = "When it ends by itself; absent means never")
        Instant expiresAt) {}
