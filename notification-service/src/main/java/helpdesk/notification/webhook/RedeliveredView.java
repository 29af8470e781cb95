package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How many are sent again.
 *
 * @param next sent as {@code after} with the same period, it goes on; absent when that was all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Redelivered")
record RedeliveredView(int count, String next) {}
