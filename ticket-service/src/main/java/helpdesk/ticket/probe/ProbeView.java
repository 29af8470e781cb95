package helpdesk.ticket.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A probe, and what it measured.
 *
 * @param measured in the last 30 days
 */
@Schema(name = "Probe")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeView(
        UUID id,
        @JsonUnwrapped ProbeBody probe,
        ProbeFigures measured,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static ProbeView of(Probe probe, ProbeFigures measured) {
        return new ProbeView(
                probe.id(), probe.writable(), measured, probe.createdAt(), probe.updatedAt(), probe.version());
    }
}
