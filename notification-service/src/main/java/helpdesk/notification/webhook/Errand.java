package helpdesk.notification.webhook;

/** What this process delivers now, and where to. */
record Errand(ClaimedDelivery delivery, WebhookTarget target) {}
