package helpdesk.customer.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All that is needed to check a draw, for everybody. It tells nothing of who took part.
 *
 * @param commitment the SHA-256 of the seed's bytes, published before anybody took part; in hexadecimal
 * @param seed what decides, in hexadecimal; absent until it is drawn
 * @param entriesDigest the SHA-256 of the list of entries, as entries.txt gives it; absent until it is drawn
 * @param winningEntries the first winner first; empty until it is drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DrawProof")
record DrawProof(
        UUID id,
        String name,
        String method,
        int winners,
        Instant opensAt,
        Instant closesAt,
        DrawState state,
        String commitment,
        String seed,
        Integer entries,
        String entriesDigest,
        List<UUID> winningEntries,
        Instant drawnAt) {

    private static final String METHOD =
            "Those entries win for which HMAC-SHA-256, with the seed as the key, of the entriesDigest, a blank and the entry is "
                    + "smallest, read as a number.";

    static DrawProof of(Draw draw, List<UUID> winning, Instant now) {
        return new DrawProof(
                draw.id(),
                draw.name(),
                METHOD,
                draw.winners(),
                draw.opensAt(),
                draw.closesAt(),
                draw.state(now),
                draw.commitment(),
                draw.revealedSeed(),
                draw.entries(),
                draw.entriesDigest(),
                winning,
                draw.drawnAt());
    }
}
