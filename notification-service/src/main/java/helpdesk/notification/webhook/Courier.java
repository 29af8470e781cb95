package helpdesk.notification.webhook;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import helpdesk.platform.time.Stopping;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.ToIntFunction;
import org.jboss.logging.Logger;

/** Takes deliveries that are due, brings each to its webhook, and writes down what came of it. */
@ApplicationScoped
class Courier {

    private static final Logger LOG = Logger.getLogger(Courier.class);

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
    private final Stopping stopping;

    /** A few write down what came of it, so that the others of the service get connections too. */
    private final Semaphore writers = new Semaphore(4);

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
            MeterRegistry metrics,
            Stopping stopping) {
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
        this.stopping = stopping;
    }

    /**
     * Takes deliveries that are due.
     *
     * @param places how many more attempts a webhook can have now
     */
    @ActivateRequestContext
    List<Errand> take(ToIntFunction<WebhookTarget> places) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Map<UUID, WebhookTarget> open = new HashMap<>();
            Map<UUID, Integer> free = new LinkedHashMap<>();
            // In another order each time, so that those who come last get places when there are few.
            List<WebhookTarget> enabled = new ArrayList<>(targets.enabled());
            Collections.shuffle(enabled);
            for (WebhookTarget target : enabled) {
                int more = places.applyAsInt(target);
                if (more > 0) {
                    open.put(target.id(), target);
                    free.put(target.id(), more);
                }
            }
            return open.isEmpty()
                    ? List.of()
                    : deliveries.claim(free, clock.instant()).stream()
                            .map(delivery -> new Errand(delivery, open.get(delivery.webhookId())))
                            .toList();
        });
    }

    /** Brings it there, once. */
    @ActivateRequestContext
    void deliver(Errand errand) throws InterruptedException {
        WebhookTarget target = errand.target();
        WebhookAttempt attempt =
                client.send(target.url(), SignedMessage.of(errand.delivery(), target, clock.instant()));
        causation.actAs(Actor.system("webhooks"));
        writers.acquire();
        try {
            QuarkusTransaction.requiringNew().run(() -> record(errand.delivery(), target, attempt));
        } finally {
            writers.release();
        }
        metrics.counter(
                        "helpdesk.webhook.attempts",
                        "outcome",
                        attempt.answer().outcome().name().toLowerCase(Locale.ROOT))
                .increment();
    }

    private void record(ClaimedDelivery delivery, WebhookTarget target, WebhookAttempt attempt) {
        switch (attempt.answer().outcome()) {
            case ACCEPTED -> deliveries.taken(delivery, attempt);
            case GONE -> {
                deliveries.notTaken(delivery, attempt, null);
                disable(target, DisabledBecause.GONE, attempt.end());
            }
            case REFUSED, TIMED_OUT, NAME_UNKNOWN, ADDRESS_REFUSED, TLS_FAILED, CONNECTION_FAILED -> {
                if (stopping.hasBegun() && attempt.answer().status() == null) {
                    // It may be us who ended it.
                    deliveries.giveBack(delivery);
                } else {
                    failed(delivery, target, attempt);
                }
            }
        }
    }

    private void failed(ClaimedDelivery delivery, WebhookTarget target, WebhookAttempt attempt) {
        deliveries.notTaken(
                delivery, attempt, schedule.next(delivery.tries(), attempt).orElse(null));
        if (!target.isFailing()) {
            deliveries.failing(target.id(), attempt.at());
        } else if (target.failingSince().isBefore(attempt.end().minus(patience))) {
            disable(target, DisabledBecause.FAILING, attempt.end());
        }
    }

    /** Unless somebody has given it another address meanwhile, or it has not failed for so long. */
    private void disable(WebhookTarget target, DisabledBecause reason, Instant now) {
        webhooks.hold(target.id())
                .filter(webhook ->
                        webhook.isEnabled() && webhook.writable().url().equals(target.url()))
                .filter(webhook -> reason != DisabledBecause.FAILING
                        || webhook.failingSince() != null
                                && webhook.failingSince().isBefore(now.minus(patience)))
                .ifPresent(webhook -> {
                    outbox.append(webhook, webhook.disable(reason, now));
                    LOG.warnf("Webhook %s is disabled: %s", target.id(), reason);
                });
    }
}
