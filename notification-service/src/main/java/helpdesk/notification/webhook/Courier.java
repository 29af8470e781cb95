package helpdesk.notification.webhook;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Takes deliveries that are due, brings each to its webhook, and writes down what came of it. */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

    /** Longer than any attempt takes: who has not written down by then what came of it is dead. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final WebhookTargets targets;
    private final WebhookRepository webhooks;
    private final DeliveryRepository deliveries;
    private final WebhookClient client;
    private final RetrySchedule schedule;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;
    private final Duration patience;
    private final MeterRegistry metrics;

    Courier(
            WebhookTargets targets,
            WebhookRepository webhooks,
            DeliveryRepository deliveries,
            WebhookClient client,
            RetrySchedule schedule,
            Outbox outbox,
            Causation causation,
            Clock clock,
            WebhookSettings settings,
            MeterRegistry metrics) {
        this.targets = targets;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.client = client;
        this.schedule = schedule;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
        this.patience = settings.patience();
        this.metrics = metrics;
    }

    /**
     * Takes deliveries that are due.
     *
     * @param places how many more attempts a webhook can have at once
     */
    @ActivateRequestContext
    List<Errand> take(ToIntFunction<UUID> places) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<UUID, WebhookTarget> open = new LinkedHashMap<>();
            targets.enabled().stream()
                    .filter(target -> places.applyAsInt(target.id()) > 0)
                    .forEach(target -> open.put(target.id(), target));
            if (open.isEmpty()) {
                return List.of();
            }
            Instant now = clock.instant();
            Map<UUID, Integer> free = new LinkedHashMap<>();
            open.keySet().forEach(id -> free.put(id, places.applyAsInt(id)));
            return deliveries.claim(free, now, now.plus(LEASE)).stream()
                    .map(delivery -> new Errand(delivery, open.get(delivery.webhookId())))
                    .toList();
        });
    }

    /** Brings it there, once. */
    @ActivateRequestContext
    void deliver(Errand errand) {
        WebhookTarget target = errand.target();
        WebhookAttempt attempt =
                client.send(target.url(), SignedMessage.of(errand.delivery(), target, clock.instant()));
        causation.actAs(Actor.system("webhooks"));
        QuarkusTransaction.requiringNew().run(() -> record(errand.delivery(), target, attempt));
        metrics.counter(
                        "helpdesk.webhook.attempts",
                        "outcome",
                        attempt.answer().outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void record(ClaimedDelivery delivery, WebhookTarget target, WebhookAttempt attempt) {
        switch (attempt.answer().outcome()) {
            case ACCEPTED -> {
                deliveries.record(delivery, attempt, DeliveryState.DELIVERED, null);
                if (target.failingSince() != null) {
                    deliveries.forgetFailures(target.id());
                }
            }
            case GONE -> {
                deliveries.record(delivery, attempt, DeliveryState.FAILED, null);
                disable(target, DisabledBecause.GONE, attempt.end());
            }
            case REFUSED, TIMED_OUT, NAME_UNKNOWN, ADDRESS_REFUSED, TLS_FAILED, CONNECTION_FAILED ->
                failed(delivery, target, attempt);
        }
    }

    private void failed(ClaimedDelivery delivery, WebhookTarget target, WebhookAttempt attempt) {
        Optional<Instant> next = schedule.next(delivery.tries() + 1, attempt);
        DeliveryState state = next.isPresent() ? DeliveryState.PENDING : DeliveryState.FAILED;
        if (!deliveries.record(delivery, attempt, state, next.orElse(null))) {
            return;
        }
        if (target.failingSince() == null) {
            deliveries.failing(target.id(), attempt.at());
        } else if (target.hasFailedSince(attempt.end().minus(patience))) {
            disable(target, DisabledBecause.FAILING, attempt.end());
        }
    }

    /** Unless somebody has given it another address meanwhile. */
    private void disable(WebhookTarget target, DisabledBecause reason, Instant now) {
        webhooks.hold(target.id())
                .filter(webhook ->
                        webhook.isEnabled() && webhook.writable().url().equals(target.url()))
                .ifPresent(webhook -> {
                    outbox.append(webhook, webhook.disable(reason, now));
                    LOG.warnf("Webhook %s is disabled: %s", target.id(), reason);
                });
    }
}
