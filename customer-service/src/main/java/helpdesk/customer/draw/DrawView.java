package helpdesk.customer.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draw as people here see it.
 *
 * @param commitment the SHA-256 of the secret that decides
 * @param entries how many took part, once it is drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Draw")
record DrawView(
        UUID id,
        String name,
        UUID programId,
        int winners,
        String happening,
        Instant opensAt,
        Instant closesAt,
        DrawState state,
        String commitment,
        Integer entries,
        Instant drawnAt,
        String createdBy,
        Instant createdAt) {

    static DrawView of(Draw draw, Instant now) {
        return new DrawView(
                draw.id(),
                draw.name(),
                draw.programId(),
                draw.winners(),
                draw.happening(),
                draw.opensAt(),
                draw.closesAt(),
                draw.state(now),
                draw.commitment(),
                draw.entries(),
                draw.drawnAt(),
                draw.createdBy(),
                draw.createdAt());
    }
}
