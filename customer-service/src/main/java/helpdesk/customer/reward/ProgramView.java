package helpdesk.customer.reward;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A program as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RewardProgram")
record ProgramView(
        UUID id,
        String name,
        RewardValue value,
        int validDays,
        Integer maxIssued,
        Integer maxPerCustomer,
        boolean active,
        IssueRule issue,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ProgramView of(Program program) {
        ProgramBody body = program.writable();
        return new ProgramView(
                program.id(),
                body.name(),
                body.value(),
                body.validDays(),
                body.maxIssued(),
                body.maxPerCustomer(),
                body.active(),
                body.issue(),
                program.createdAt(),
                program.updatedAt(),
                program.version());
    }
}
