package helpdesk.notification.webhook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many are sent again.
 *
 * @param more whether there are others in the period: ask again
 */
@Schema(name = "Redelivered")
record RedeliveredView(int count, boolean more) {}
