package helpdesk.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether anybody changed the audit log.
 *
 * @param from the first entry that was looked at
 * @param to the last one; 0 where there is none
 * @param next where to go on; absent when all were looked at
 * @param fault the first entry that is not right; absent when all are
 * @param head the newest entry: who keeps its number and hash elsewhere can see later that nothing was cut off
 */
@Schema(name = "AuditVerification")
@JsonInclude(JsonInclude.Include.NON_NULL)
record AuditVerification(boolean intact, long from, long to, Long next, Fault fault, Head head) {

    /** What is wrong with an entry. */
    @Schema(name = "AuditFault")
    record Fault(long number, String reason) {}

    /** The newest entry. */
    @Schema(name = "AuditHead")
    record Head(long number, String hash) {}

    static AuditVerification intact(long from, long to, Long next, Optional<AuditEntry> last) {
        return new AuditVerification(
                true,
                from,
                to,
                next,
                null,
                last.map(entry -> new Head(entry.number(), entry.hash())).orElse(null));
    }

    static AuditVerification broken(long from, long number, String reason) {
        return new AuditVerification(false, from, number, null, new Fault(number, reason), null);
    }
}
