package helpdesk.customer.subscription;

import helpdesk.customer.CustomerProblem;
import helpdesk.customer.reward.Money;
import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What a customer has subscribed to. It is good until its last day, unless it is renewed. */
@Entity
class Subscription extends Aggregate {

    private UUID customerId;
    private UUID originId;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private Money value;

    private LocalDate startedOn;
    private LocalDate endsOn;
    private String source;
    private String externalId;
    private int renewals;
    private Instant renewedAt;
    private Instant cancelledAt;
    private String reason;
    private String createdBy;
    private Instant createdAt;

    /** For the persistence provider. */
    protected Subscription() {}

    Subscription(UUID id, UUID customerId, NewSubscription body, String source, String createdBy, Instant now) {
        super(id);
        this.customerId = customerId;
        this.source = source;
        this.createdBy = createdBy;
        name = body.name().strip();
        value = body.value();
        startedOn = body.startedOn();
        endsOn = body.endsOn();
        externalId = body.externalId();
        createdAt = now;
    }

    /** It was told of this profile, which goes on in the customer's; null when that is the same. */
    void of(UUID profile) {
        originId = profile;
    }

    /**
     * It goes on until a later day, also when it had ended or was cancelled.
     *
     * @throws helpdesk.platform.problem.Problem {@code subscription-not-extended} for a day that is no later one
     */
    void renew(LocalDate until, Instant now) {
        if (!until.isAfter(endsOn)) {
            throw CustomerProblem.SUBSCRIPTION_NOT_EXTENDED.at(
                    "/endsOn", "It is good until %s already. Write a later day.".formatted(endsOn));
        }
        endsOn = until;
        renewals++;
        renewedAt = now;
        cancelledAt = null;
        reason = null;
    }

    /**
     * The customer does not want it any more.
     *
     * @throws helpdesk.platform.problem.Problem {@code subscription-cancelled} when that is known
     */
    void cancel(String why, Instant now) {
        if (cancelledAt != null) {
            throw CustomerProblem.SUBSCRIPTION_CANCELLED.problem("It was cancelled on %s.", cancelledAt);
        }
        cancelledAt = now;
        reason = why;
    }

    /** Takes over what whoever sold it says of it now. */
    void follow(SubscriptionNews news, Instant now) {
        if (news.name() != null) {
            name = news.name();
        }
        if (news.endsOn() != null && news.endsOn().isAfter(endsOn)) {
            renew(news.endsOn(), now);
        }
        if (news.cancelled() && cancelledAt == null) {
            cancel(null, now);
        }
    }

    SubscriptionState state(LocalDate today) {
        if (cancelledAt != null) {
            return SubscriptionState.CANCELLED;
        }
        return endsOn.isBefore(today) ? SubscriptionState.ENDED : SubscriptionState.ACTIVE;
    }

    UUID customerId() {
        return customerId;
    }

    String name() {
        return name;
    }

    Money value() {
        return value;
    }

    LocalDate startedOn() {
        return startedOn;
    }

    LocalDate endsOn() {
        return endsOn;
    }

    String source() {
        return source;
    }

    String externalId() {
        return externalId;
    }

    int renewals() {
        return renewals;
    }

    Instant renewedAt() {
        return renewedAt;
    }

    Instant cancelledAt() {
        return cancelledAt;
    }

    String reason() {
        return reason;
    }

    String createdBy() {
        return createdBy;
    }

    Instant createdAt() {
        return createdAt;
    }
}
