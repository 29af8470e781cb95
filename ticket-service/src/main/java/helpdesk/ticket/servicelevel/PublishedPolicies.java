package helpdesk.ticket.servicelevel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Sql;
import helpdesk.ticket.calendar.CalendarBody;
import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.condition.ConditionField;
import helpdesk.ticket.condition.Facts;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The policies in force that the public may know: what is told is what clocks run by (practice 21). */
@ApplicationScoped
public class PublishedPolicies {

    private static final String IN_FORCE = """
            select p.fallback, p.public_names, r.policy, r.calendar
            from service_level_policy p join policy_revision r on r.id = p.revision_id
            where p.fallback or p.public_names <> '{}'
            order by p.fallback, p.position, lower(p.name)""";

    private final PolicyBook policies;
    private final Sql sql;
    private final ObjectMapper json;

    PublishedPolicies(PolicyBook policies, Sql sql, ObjectMapper json) {
        this.policies = policies;
        this.sql = sql;
        this.json = json;
    }

    /** Those that are published, in the order in which they are asked; the one for all others is the last. In a transaction. */
    public List<PublishedPolicy> inForce() {
        return sql.list(IN_FORCE, this::read);
    }

    /**
     * What is promised of the resolution of an ordinary complaint: of normal priority, by the web. In a transaction.
     *
     * @return nothing when nothing is promised
     */
    public Optional<ComplaintPromise> complaintResolution() {
        PolicyTerms terms =
                policies.edition().match(Facts.of(PublishedPolicies::complaint, key -> List.of(), text -> ""));
        return terms.target(Metric.RESOLUTION, Priority.NORMAL)
                .map(target -> new ComplaintPromise(
                        new PolicyTarget(
                                Metric.RESOLUTION,
                                List.of(),
                                target.goalSeconds(),
                                target.promiseSeconds(),
                                target.time(),
                                target.escalatesAt()),
                        terms.hours().usualDay().orElse(null)));
    }

    private static List<String> complaint(ConditionField field) {
        return switch (field) {
            case TYPE -> List.of(TicketType.COMPLAINT.wireName());
            case CHANNEL -> List.of(Channel.WEB.wireName());
            case PRIORITY -> List.of(Priority.NORMAL.wireName());
            case ORIGIN -> List.of(Origin.PUBLIC.wireName());
            case TIER -> List.of("1");
            case PROBE -> List.of("false");
            case STATUS -> List.of(TicketStatus.NEW.wireName());
            case GROUP -> List.of(Catalogue.DEFAULT_GROUP);
            case ASSIGNEE, TAG, LANGUAGE, CATEGORY, CAUSE, EMAIL_DOMAIN -> List.of();
        };
    }

    private PublishedPolicy read(ResultSet row) throws SQLException {
        try {
            return new PublishedPolicy(
                    row.getBoolean(1),
                    json.readValue(row.getString(2), new TypeReference<Map<String, String>>() {}),
                    json.readValue(row.getString(3), PolicyPromises.class),
                    json.readValue(row.getString(4), CalendarBody.class));
        } catch (JsonProcessingException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
