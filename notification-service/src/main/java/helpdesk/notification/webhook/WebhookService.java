package helpdesk.notification.webhook;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.persistence.AfterCommit;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps webhooks. */
@ApplicationScoped
@Transactional
class WebhookService {

    /** Each has connections and threads of its own, so that none waits for another. */
    private static final int MOST = 100;

    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final DeliveryLoop loop;
    private final Sql sql;
    private final AfterCommit afterCommit;
    private final Outbox outbox;
    private final Patcher patcher;
    private final Clock clock;

    WebhookService(
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            DeliveryLoop loop,
            Sql sql,
            AfterCommit afterCommit,
            Outbox outbox,
            Patcher patcher,
            Clock clock) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.loop = loop;
        this.sql = sql;
        this.afterCommit = afterCommit;
        this.outbox = outbox;
        this.patcher = patcher;
        this.clock = clock;
    }

    /**
     * Makes a webhook.
     *
     * @throws helpdesk.platform.problem.Problem {@code too-many-webhooks}
     */
    Webhook create(WebhookBody body) {
        // One at a time, so that two who see the last free place do not both take it.
        sql.list("select pg_advisory_xact_lock(hashtext('webhook'))", row -> true);
        if (webhooks.count() >= MOST) {
            throw NotificationProblem.TOO_MANY_WEBHOOKS.problem(
                    "There are %d webhooks. Remove one, or let one address take the events of two.", MOST);
        }
        Webhook webhook = new Webhook(Ids.next(), body, clock.instant());
        webhooks.persist(webhook);
        outbox.append(webhook, webhook.created());
        return webhook;
    }

    /**
     * Changes a webhook. What waits for one that was disabled is sent once it is enabled.
     *
     * @throws helpdesk.platform.problem.Problem {@code webhook-not-found}, or what is wrong with the patch
     */
    Webhook patch(UUID id, IfMatch ifMatch, MergePatch patch) {
        Webhook webhook = hold(id);
        ifMatch.requireSince(webhook.writableSince(), webhook.version());
        WebhookBody former = webhook.writable();
        WebhookBody changed = patcher.apply(patch, former);
        if (changed.signature() != former.signature()) {
            throw PlatformProblem.INVALID_REQUEST.at(
                    "/signature", "Change it by POST /api/v1/webhooks/{id}/secret-rotations.");
        }
        if (!changed.equals(former)) {
            outbox.append(webhook, webhook.write(changed, clock.instant()));
            if (changed.enabled() && !former.enabled()) {
                deliveries.forgetFailures(id);
            }
            afterCommit.run(loop::wake);
        }
        return webhook;
    }

    /** Removes a webhook. What waits for it is not sent any more. */
    void delete(UUID id, IfMatch ifMatch) {
        Webhook webhook = hold(id);
        ifMatch.requireSince(webhook.writableSince(), webhook.version());
        outbox.append(webhook, webhook.deleted(clock.instant()));
        webhooks.delete(webhook);
    }

    /**
     * Gives a webhook another secret.
     *
     * @throws helpdesk.platform.problem.Problem {@code secret-rotates} while two are good: a third would make the one void that the
     *     other system may still have
     */
    Webhook rotate(UUID id, RotateSecret wish) {
        Webhook webhook = hold(id);
        Instant now = clock.instant();
        if (wish.overlapHours() > 0 && webhook.isRotating(now)) {
            throw NotificationProblem.SECRET_ROTATES.problem(
                    "Both secrets are good until %s. With overlapHours 0 another takes the place of both at once.",
                    webhook.formerSecretUntil());
        }
        SignatureScheme scheme = wish.signature() == null ? webhook.secret().scheme() : wish.signature();
        webhook.rotate(WebhookSecret.create(scheme), now.plus(Duration.ofHours(wish.overlapHours())), now);
        webhooks.flush();
        return webhook;
    }

    /** Sends a webhook something that means nothing, to see whether it arrives. */
    Delivery ping(UUID id) {
        Webhook webhook = requireEnabled(id);
        Delivery delivery = Delivery.ping(webhook.id(), clock.instant());
        deliveries.add(List.of(delivery));
        afterCommit.run(loop::wake);
        return delivery;
    }

    /** Sends it again, and as often as it takes. */
    void redeliver(UUID id, UUID delivery) {
        requireEnabled(id);
        if (!deliveries.begin(id, delivery, clock.instant())) {
            throw NotificationProblem.WEBHOOK_DELIVERY_NOT_FOUND.problem("Check both ids.");
        }
        afterCommit.run(loop::wake);
    }

    /** Sends all of a period again that are in one of these states. */
    RedeliveredView redeliver(UUID id, RedeliverPeriod period) {
        requireEnabled(id);
        RedeliveredView begun = deliveries.begin(id, period, clock.instant());
        afterCommit.run(loop::wake);
        return begun;
    }

    /**
     * The webhook.
     *
     * @throws helpdesk.platform.problem.Problem {@code webhook-not-found}
     */
    Webhook require(UUID id) {
        return webhooks.findByIdOptional(id).orElseThrow(WebhookService::notFound);
    }

    private Webhook requireEnabled(UUID id) {
        Webhook webhook = require(id);
        if (!webhook.isEnabled()) {
            throw NotificationProblem.WEBHOOK_DISABLED.problem("Enable it first: PATCH it with {\"enabled\":true}.");
        }
        return webhook;
    }

    private Webhook hold(UUID id) {
        return webhooks.hold(id).orElseThrow(WebhookService::notFound);
    }

    private static Problem notFound() {
        return NotificationProblem.WEBHOOK_NOT_FOUND.problem("Check the id. See GET /api/v1/webhooks.");
    }
}
