package helpdesk.ticket.standard;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Keeps what the standards page says beside the policies. */
@ApplicationScoped
public class SettingsService implements PanacheRepositoryBase<StandardsSettings, UUID> {

    private final Patcher patcher;
    private final Clock clock;

    SettingsService(Patcher patcher, Clock clock) {
        this.patcher = patcher;
        this.clock = clock;
    }

    @Transactional
    StandardsSettings read() {
        return findById(StandardsSettings.ID);
    }

    @Transactional
    StandardsSettings patch(IfMatch ifMatch, MergePatch patch) {
        StandardsSettings settings = read();
        ifMatch.require(settings.version());
        SettingsBody former = settings.writable();
        SettingsBody changed = patcher.apply(patch, former);
        if (!changed.equals(former)) {
            settings.write(changed, clock.instant());
            flush();
        }
        return settings;
    }
}
