package helpdesk.gateway.privacy;

import helpdesk.gateway.log.EventsAbout;
import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Tells what the log of all events has about a person. */
@ApplicationScoped
class LoggedData implements PersonalData {

    static final String ENTRY = "events.json";

    private final EventsAbout events;
    private final Successions successions;
    private final PrivacySettings settings;

    LoggedData(EventsAbout events, Successions successions, PrivacySettings settings) {
        this.events = events;
        this.successions = successions;
        this.settings = settings;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        try (TemporaryFile file = TemporaryFile.create(settings.most().asLongValue())) {
            if (write(subject, file)) {
                archive.file(ENTRY, file.in());
            }
        }
    }

    /** Whether there is anything. */
    boolean write(UUID subject, TemporaryFile file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(file.out())) {
            return events.write(successions.kin(subject), out) > 0;
        }
    }
}
