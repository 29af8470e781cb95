package helpdesk.ticket.probe;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.ticketing.ProbeRequest;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hibernate.annotations.OptimisticLock;

/** Asks for help every now and then, as a customer would, to see how the answer is (practice 26). */
@Entity
public class Probe extends Aggregate {

    private String name;
    private boolean active;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private int everyMinutes;
    private String subject;
    private String description;
    private String language;

    @Enumerated(EnumType.STRING)
    private Priority priority;

    private String requesterName;
    private String requesterEmail;

    /** Moves on with each request, which makes no copy of the probe stale. */
    @OptimisticLock(excluded = true)
    private Instant nextAt;

    /** Until when it does not ask, because it could not. */
    @OptimisticLock(excluded = true)
    private Instant pausedUntil;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Probe() {}

    Probe(UUID id, ProbeBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    void write(ProbeBody body, Instant now) {
        name = body.name().strip();
        active = body.active();
        channel = body.channel();
        everyMinutes = body.everyMinutes();
        subject = body.subject().strip();
        description = body.description().strip();
        language = body.language();
        priority = body.priority();
        requesterName = body.requesterName().strip();
        requesterEmail = body.requesterEmail();
        nextAt = body.nextAt() == null ? now : body.nextAt().truncatedTo(ChronoUnit.MICROS);
        updatedAt = now;
    }

    /** It asks now, and next in the rhythm that it has; what it missed while nobody was there to ask is not made up for. */
    ProbeRequest ask(Instant now) {
        Duration every = Duration.ofMinutes(everyMinutes);
        long missed = Duration.between(nextAt, now).dividedBy(every);
        pausedUntil = null;
        nextAt = nextAt.plus(every.multipliedBy(Math.max(missed, 0) + 1));
        return writable().request();
    }

    ProbeBody writable() {
        return new ProbeBody(
                name,
                active,
                channel,
                everyMinutes,
                nextAt,
                subject,
                description,
                language,
                priority,
                requesterName,
                requesterEmail);
    }

    String name() {
        return name;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
