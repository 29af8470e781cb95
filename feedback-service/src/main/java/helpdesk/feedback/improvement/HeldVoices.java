package helpdesk.feedback.improvement;

import helpdesk.platform.erasure.PersonalArchive;
import helpdesk.platform.erasure.PersonalData;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.UUID;

/** Tells what a person asked us to improve, and complained of. */
@ApplicationScoped
class HeldVoices implements PersonalData {

    private static final String VOICES = """
            select v.id, v.improvement_id, i.title as improvement, lower(i.state) as improvement_state, v.response_id,
                v.ticket_id, v.customer_id, v.contact, v.language, lower(v.state) as state, v.added_at, v.told_at
            from improvement_voice v join improvement i on i.id = v.improvement_id
            where v.customer_id = any(?) order by v.id""";

    private static final String COMPLAINTS = """
            select ticket_id, customer_id, contact, language, cause, resolved_at, improvement_id
            from complaint where customer_id = any(?) order by ticket_id""";

    private final Successions successions;

    HeldVoices(Successions successions) {
        this.successions = successions;
    }

    @Override
    public void write(UUID subject, PersonalArchive archive) throws IOException {
        UUID[] ids = successions.kin(subject).toArray(UUID[]::new);
        archive.rows("improvement-voices", VOICES, ids);
        archive.rows("complaints", COMPLAINTS, ids);
    }
}
