package helpdesk.customer.timeline;

import helpdesk.platform.identity.Actor;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Timelines are built anew from the log, step by step: what is done survives whoever does it. */
@Entity
public class TimelineRebuild {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private RebuildState state;

    @JdbcTypeCode(SqlTypes.JSON)
    private RebuildPlaces places;

    private long records;
    private long read;
    private long added;
    private long corrected;
    private Instant dueAt;
    private String startedBy;
    private Instant startedAt;
    private Instant finishedAt;

    /** For the persistence provider. */
    protected TimelineRebuild() {}

    TimelineRebuild(UUID id, List<RebuildPlace> places, Actor by, Instant now) {
        this.id = id;
        this.state = RebuildState.RUNNING;
        this.places = new RebuildPlaces(places);
        this.records = this.places.left();
        this.dueAt = now;
        this.startedBy = by.toString();
        this.startedAt = now;
    }

    /** Where to go on; empty at the end. */
    Optional<RebuildPlace> next() {
        return places.next();
    }

    /** These records are done. */
    void advance(RebuildPlace place, long newEntries, long correctedEntries) {
        places = places.with(place);
        read = records - places.left();
        added += newEntries;
        corrected += correctedEntries;
    }

    /** Nobody else goes on with it before that. */
    void leaseUntil(Instant time) {
        dueAt = time;
    }

    boolean isDueAt(Instant now) {
        return !now.isBefore(dueAt);
    }

    void finish(Instant now) {
        state = RebuildState.FINISHED;
        finishedAt = now;
    }

    UUID id() {
        return id;
    }

    TimelineRebuildView view() {
        return new TimelineRebuildView(id, state, records, read, added, corrected, startedBy, startedAt, finishedAt);
    }
}
