package helpdesk.customer.reward;

import helpdesk.customer.CustomerProblem;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.persistence.Aggregate;
import helpdesk.platform.problem.Problem;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Something a customer gets for something; whoever has the code can redeem it, once. */
@Entity
class Coupon extends Aggregate {

    private UUID programId;
    private UUID customerId;
    private UUID seriesId;
    private String code;

    @JdbcTypeCode(SqlTypes.JSON)
    private RewardValue value;

    @Enumerated(EnumType.STRING)
    private CouponState state;

    private String cause;
    private String reason;
    private UUID ticketId;
    private String issuedBy;
    private Instant issuedAt;
    private Instant expiresAt;
    private Instant endedAt;
    private String endedBy;
    private String reference;

    /** For the persistence provider. */
    protected Coupon() {}

    Coupon(UUID id, Program program, CouponGrant grant, Instant now) {
        super(id);
        programId = program.id();
        value = program.value();
        expiresAt = program.expiry(now, grant.zone());
        code = CouponCode.create();
        state = CouponState.ISSUED;
        customerId = grant.customerId();
        seriesId = grant.seriesId();
        cause = grant.cause() == null ? id.toString() : grant.cause();
        reason = grant.reason();
        ticketId = grant.ticketId();
        issuedBy = grant.by().toString();
        issuedAt = now;
    }

    /** Tells that it is there. */
    RewardEvent.Issued issued(String program, CouponGrant grant) {
        return new RewardEvent.Issued(
                id(),
                programId,
                program,
                customerId,
                ticketId,
                grant.responseId(),
                CouponCode.grouped(code),
                value,
                grant.contact(),
                grant.language(),
                grant.zone().getId(),
                grant.refusedChannels(),
                expiresAt,
                issuedAt);
    }

    /**
     * Gives what it is worth, once.
     *
     * @param where the order, the bill or whatever it was redeemed for, or null
     * @throws helpdesk.platform.problem.Problem {@code coupon-redeemed}, {@code coupon-expired}, {@code coupon-revoked}
     */
    RewardEvent.Redeemed redeem(String where, Actor by, Instant now) {
        requireGood(now);
        end(CouponState.REDEEMED, by, now);
        reference = where;
        return new RewardEvent.Redeemed(id(), programId, customerId, value, reference, now);
    }

    /** Takes it back. */
    RewardEvent.Revoked revoke(String why, Actor by, Instant now) {
        requireGood(now);
        end(CouponState.REVOKED, by, now);
        reference = why;
        return new RewardEvent.Revoked(id(), programId, customerId, value, now);
    }

    /** Its time is over; whoever redeemed it in time was faster. */
    RewardEvent.Expired expire(Actor by, Instant now) {
        if (state != CouponState.ISSUED) {
            throw new IllegalStateException("Only a coupon that is good expires: " + id());
        }
        end(CouponState.EXPIRED, by, now);
        return new RewardEvent.Expired(id(), programId, customerId, value, now);
    }

    private void requireGood(Instant now) {
        switch (state) {
            case REDEEMED -> throw CustomerProblem.COUPON_REDEEMED.problem("It was redeemed on %s.", endedAt);
            case EXPIRED -> throw expired();
            case REVOKED -> throw CustomerProblem.COUPON_REVOKED.problem("It was taken back on %s.", endedAt);
            case ISSUED -> {
                if (!now.isBefore(expiresAt)) {
                    throw expired();
                }
            }
        }
    }

    private Problem expired() {
        return CustomerProblem.COUPON_EXPIRED.problem("It was good until %s.", expiresAt);
    }

    private void end(CouponState how, Actor by, Instant now) {
        state = how;
        endedAt = now;
        endedBy = by.toString();
    }

    UUID programId() {
        return programId;
    }

    UUID customerId() {
        return customerId;
    }

    UUID seriesId() {
        return seriesId;
    }

    String code() {
        return code;
    }

    RewardValue value() {
        return value;
    }

    /** What became of it; one whose time is over is expired, although nobody has written that down yet. */
    CouponState state(Instant now) {
        return state == CouponState.ISSUED && !now.isBefore(expiresAt) ? CouponState.EXPIRED : state;
    }

    String reason() {
        return reason;
    }

    UUID ticketId() {
        return ticketId;
    }

    String issuedBy() {
        return issuedBy;
    }

    Instant issuedAt() {
        return issuedAt;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    Instant endedAt() {
        return endedAt;
    }

    String endedBy() {
        return endedBy;
    }

    String reference() {
        return reference;
    }
}
