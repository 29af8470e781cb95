package helpdesk.ticket.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule as the API tells it.
 *
 * @param lastError what it could not do last, since it was last written; absent when there was nothing
 */
@Schema(name = "Rule")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RuleView(
        UUID id,
        @JsonUnwrapped RuleBody rule,
        FiringView lastError,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static RuleView of(Rule rule, FiringView lastError) {
        boolean isCurrent = lastError != null && !lastError.at().isBefore(rule.updatedAt());
        return new RuleView(
                rule.id(),
                rule.writable(),
                isCurrent ? lastError : null,
                rule.createdAt(),
                rule.updatedAt(),
                rule.version());
    }
}
