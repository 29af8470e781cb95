package helpdesk.ticket.standard;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the standards page says beside the policies, as the API tells it. */
@Schema(name = "ServiceStandardsSettingsView")
public record SettingsView(@JsonUnwrapped SettingsBody settings, Instant updatedAt, long version) {

    static SettingsView of(StandardsSettings settings) {
        return new SettingsView(settings.writable(), settings.updatedAt(), settings.version());
    }
}
