package helpdesk.feedback.campaign;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Whom a survey is sent, and when. */
@Entity
public class Campaign extends Aggregate {

    private static final int HUNDRED = 100;

    /** An odd number near the golden ratio of 2^64: neighbouring ids are spread evenly. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private String name;
    private boolean active;
    private int position;
    private UUID surveyId;

    @Enumerated(EnumType.STRING)
    @Column(name = "happening")
    private CampaignTrigger on;

    @JdbcTypeCode(SqlTypes.JSON)
    private CampaignTerms terms;

    private Instant nextRoundAt;
    private int round;
    private UUID roundAfter;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Campaign() {}

    Campaign(UUID id, Instant now) {
        super(id);
        createdAt = now;
    }

    /**
     * Replaces what can be written.
     *
     * @param series the survey in all its versions, or null for the default one
     * @throws helpdesk.platform.problem.Problem {@code invalid-request}, with pointers
     */
    void write(CampaignBody body, UUID series, Instant now) {
        body.requireSound();
        boolean newRhythm = terms == null || on != body.on() || body.active() && !active;
        name = body.name().strip();
        active = body.active();
        position = body.position();
        surveyId = series;
        on = body.on();
        terms = CampaignTerms.of(body);
        updatedAt = now;
        if (on != CampaignTrigger.PERIOD) {
            nextRoundAt = null;
        } else if (newRhythm) {
            nextRoundAt = now;
        }
    }

    CampaignBody body() {
        return new CampaignBody(
                name,
                active,
                position,
                surveyId,
                on,
                terms.only(),
                terms.except(),
                terms.delay(),
                terms.percent(),
                terms.quietPeriod(),
                terms.remindAfter(),
                terms.validFor(),
                terms.every(),
                terms.contactWithin());
    }

    /**
     * Lets those pass that have a card.
     *
     * @throws helpdesk.platform.problem.Problem {@code campaign-not-found}
     */
    void requireCard() {
        if (on != CampaignTrigger.CARD) {
            throw FeedbackProblem.CAMPAIGN_NOT_FOUND.problem(
                    "Only a campaign on a card has one. This one is on something else.");
        }
    }

    /** Whether it asks about this, as long as it comes to its turn. */
    public boolean fits(Case one) {
        return terms.only().include(one)
                && (terms.except().isEmpty() || !terms.except().include(one));
    }

    /** Whether this one is among the so many of a hundred that are asked; the same at each look. */
    public boolean samples(UUID subject) {
        long mixed =
                (subject.getMostSignificantBits() ^ subject.getLeastSignificantBits() ^ id().getLeastSignificantBits())
                        * SPREAD;
        return Long.remainderUnsigned(mixed >>> 32, HUNDRED) < terms.percent();
    }

    /** Goes on behind this customer in its round; null ends the round. */
    public void proceed(UUID customer, Instant now) {
        roundAfter = customer;
        if (customer == null) {
            round++;
            nextRoundAt = nextRoundAt.plus(terms.every());
            if (nextRoundAt.isBefore(now)) {
                // Rounds that nobody was there for are not made up for: customers would be asked several times in a
                // row.
                nextRoundAt = now.plus(terms.every());
            }
        }
    }

    public String name() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    public CampaignTrigger on() {
        return on;
    }

    int position() {
        return position;
    }

    /** The survey in all its versions; null for the default one. */
    public UUID surveyId() {
        return surveyId;
    }

    /** Null for what the service is set up with, as is {@link #quietPeriod}. */
    public Duration delay() {
        return terms.delay();
    }

    public Duration quietPeriod() {
        return terms.quietPeriod();
    }

    /** Null when nobody is reminded. */
    public Duration remindAfter() {
        return terms.remindAfter();
    }

    public Duration validFor() {
        return terms.validFor();
    }

    /** Null for everybody. */
    public Duration contactWithin() {
        return terms.contactWithin();
    }

    /** How many rounds are over. */
    public int round() {
        return round;
    }

    /** Behind whom the round goes on; null at its beginning. */
    public UUID roundAfter() {
        return roundAfter;
    }

    Instant nextRoundAt() {
        return nextRoundAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
