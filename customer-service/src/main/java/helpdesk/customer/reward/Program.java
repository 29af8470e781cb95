package helpdesk.customer.reward;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What customers are rewarded with, and for what. */
@Entity
@Table(name = "reward_program")
class Program extends Aggregate {

    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private RewardValue value;

    private int validDays;
    private Integer maxIssued;
    private Integer maxPerCustomer;
    private boolean active;

    @Enumerated(EnumType.STRING)
    private IssueOn issueOn;

    private UUID surveyId;
    private String ticketType;
    private UUID segmentId;

    /** Written by {@link Programs}, which counts in the database. */
    @Column(insertable = false, updatable = false)
    private int issued;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Program() {}

    Program(UUID id, ProgramBody body, Instant now) {
        super(id);
        createdAt = now;
        write(body, now);
    }

    /** Replaces what can be written. Coupons that there are stay what they are. */
    void write(ProgramBody body, Instant now) {
        name = body.name().strip();
        value = body.value();
        validDays = body.validDays();
        maxIssued = body.maxIssued();
        maxPerCustomer = body.maxPerCustomer();
        active = body.active();
        issueOn = body.issue() == null ? null : body.issue().on();
        surveyId = body.issue() == null ? null : body.issue().surveyId();
        ticketType = body.issue() == null ? null : body.issue().ticketType();
        segmentId = body.issue() == null ? null : body.issue().segmentId();
        updatedAt = now;
    }

    ProgramBody writable() {
        return new ProgramBody(
                name,
                value,
                validDays,
                maxIssued,
                maxPerCustomer,
                active,
                issueOn == null ? null : new IssueRule(issueOn, surveyId, ticketType, segmentId));
    }

    String name() {
        return name;
    }

    RewardValue value() {
        return value;
    }

    boolean isActive() {
        return active;
    }

    Integer maxPerCustomer() {
        return maxPerCustomer;
    }

    /** When a coupon that is issued now is void: at the end of a day there, so that the day it names is good to its end. */
    Instant expiry(Instant now, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(validDays + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }

    int issued() {
        return issued;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
