package helpdesk.ticket.standard;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Patcher;
import helpdesk.platform.problem.PlatformProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
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
            requireShown(changed);
            settings.write(changed, clock.instant());
            flush();
        }
        return settings;
    }

    private static void requireShown(SettingsBody changed) {
        List<String> shown = StandardsLanguages.all().stream()
                .map(StandardsLanguages.Language::tag)
                .toList();
        changed.settlement().keySet().stream()
                .filter(language -> !shown.contains(language))
                .findFirst()
                .ifPresent(language -> {
                    throw PlatformProblem.INVALID_REQUEST.at(
                            "/settlement/" + language, "The page is there in %s.".formatted(String.join(", ", shown)));
                });
    }
}
