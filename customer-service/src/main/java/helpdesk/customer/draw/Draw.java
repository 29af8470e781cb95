package helpdesk.customer.draw;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Prizes drawn among all who did something, so that anybody can check it (practice 28). */
@Entity
class Draw extends Aggregate {

    private String name;
    private UUID programId;
    private int winners;
    private String happening;
    private Instant opensAt;
    private Instant closesAt;
    private String seed;
    private String commitment;
    private Integer entries;
    private String entriesDigest;
    private Instant drawnAt;
    private String createdBy;
    private Instant createdAt;

    /** For the persistence provider. */
    protected Draw() {}

    Draw(UUID id, NewDraw body, String createdBy, Instant now) {
        super(id);
        this.createdBy = createdBy;
        name = body.name().strip();
        programId = body.programId();
        winners = body.winners();
        happening = body.happening();
        opensAt = body.opensAt() == null ? now : body.opensAt();
        closesAt = body.closesAt();
        Lot lot = Lot.create();
        seed = lot.seed();
        commitment = lot.commitment();
        createdAt = now;
    }

    /**
     * Draws among the entries, in order; tells who wins, the first winner first.
     *
     * @throws IllegalStateException when it was drawn before
     */
    List<UUID> draw(List<UUID> all, Instant now) {
        if (drawnAt != null) {
            throw new IllegalStateException("The draw %s was drawn before".formatted(id()));
        }
        entries = all.size();
        entriesDigest = Lot.digest(all);
        drawnAt = now;
        return Lot.of(seed).winners(all, winners);
    }

    DrawState state(Instant now) {
        if (drawnAt != null) {
            return DrawState.DRAWN;
        }
        return now.isBefore(closesAt) ? DrawState.OPEN : DrawState.CLOSED;
    }

    String name() {
        return name;
    }

    UUID programId() {
        return programId;
    }

    int winners() {
        return winners;
    }

    String happening() {
        return happening;
    }

    Instant opensAt() {
        return opensAt;
    }

    Instant closesAt() {
        return closesAt;
    }

    /** What decides; null until it has. */
    String revealedSeed() {
        return drawnAt == null ? null : seed;
    }

    String commitment() {
        return commitment;
    }

    Integer entries() {
        return entries;
    }

    String entriesDigest() {
        return entriesDigest;
    }

    Instant drawnAt() {
        return drawnAt;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
