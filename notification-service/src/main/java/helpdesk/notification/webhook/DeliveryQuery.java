package helpdesk.notification.webhook;

import helpdesk.notification.NotificationProblem;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;

/** Reads what webhooks were told. */
@ApplicationScoped
@Transactional
class DeliveryQuery {

    private final WebhookService webhooks;
    private final DeliveryRepository deliveries;

    DeliveryQuery(WebhookService webhooks, DeliveryRepository deliveries) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
    }

    Page<DeliveryView> list(UUID webhook, Set<DeliveryState> states, PageRequest page) {
        return deliveries.page(webhooks.require(webhook).id(), states, page);
    }

    /**
     * One delivery.
     *
     * @throws helpdesk.platform.problem.Problem {@code webhook-not-found} or {@code webhook-delivery-not-found}
     */
    DeliveryDetailView read(UUID webhook, UUID id) {
        return deliveries
                .find(webhooks.require(webhook).id(), id)
                .orElseThrow(() -> NotificationProblem.WEBHOOK_DELIVERY_NOT_FOUND.problem(
                        "Check both ids. Deliveries are kept for 30 days."));
    }
}
