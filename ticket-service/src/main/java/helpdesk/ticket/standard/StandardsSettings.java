package helpdesk.ticket.standard;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** What the standards page says beside the policies. There is one. */
@Entity
public class StandardsSettings extends Aggregate {

    /** That of the only one. */
    static final UUID ID = UUID.fromString("01990000-0000-7000-8000-0000000000d0");

    private String organisation;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PublicContact> contacts;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<String, List<String>> settlement;

    private Instant updatedAt;

    /** For the persistence provider. */
    protected StandardsSettings() {}

    void write(SettingsBody body, Instant now) {
        organisation = body.organisation() == null ? null : body.organisation().strip();
        contacts = new ArrayList<>(body.contacts());
        settlement = new TreeMap<>(body.settlement());
        updatedAt = now;
    }

    SettingsBody writable() {
        return new SettingsBody(organisation, List.copyOf(contacts), Map.copyOf(settlement));
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
