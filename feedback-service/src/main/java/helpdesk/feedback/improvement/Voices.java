package helpdesk.feedback.improvement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.feedback.invitation.Contact;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Who asked for what. Whoever writes here holds the improvement, so that nobody is counted or told twice. */
@ApplicationScoped
class Voices {

    private static final UUID LAST_ID = new UUID(-1, -1);

    private static final String COLUMNS = """
            select id, improvement_id, response_id, ticket_id, customer_id, customer_origin_id, contact::text, language,
                state, added_at, told_at
            from improvement_voice""";

    private static final String INSERT = """
            insert into improvement_voice (id, improvement_id, asked_of_id, person, response_id, ticket_id, customer_id,
                customer_origin_id, contact, contact_email, contact_phone, language, state, added_by, added_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, ?, ?, 'WAITING', ?, ?)""";

    /** By the index of each trait: an improvement may have thousands who asked for it, a person has few. */
    private static final String SHARING_A_TRAIT = """
             where improvement_id = ? and state <> 'ERASED' and id in (
                select id from improvement_voice where customer_id = any(?)
                union select id from improvement_voice where contact_email = any(?)
                union select id from improvement_voice where contact_phone = any(?))
            order by id""";

    private static final String COUNT = """
            select improvement_id, count(distinct coalesce(cast(customer_id as text), contact_email, contact_phone,
                cast(id as text)))
            from improvement_voice where improvement_id = any(?) group by improvement_id""";

    private final Sql sql;
    private final ObjectMapper json;

    Voices(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds somebody who has not asked for it yet. */
    Voice add(UUID improvement, Asker asker, String by, Instant now) {
        UUID id = Ids.next();
        Person person = asker.person();
        // Kept as it was then, so that a merge that is taken back leaves both of them.
        UUID customer = asker.originId() == null ? asker.customerId() : asker.originId();
        sql.execute(
                INSERT,
                id,
                improvement,
                improvement,
                new Person(customer, person.email(), person.phone()).key(id),
                asker.responseId(),
                asker.ticketId(),
                asker.customerId(),
                asker.originId(),
                write(asker.contact()),
                person.email(),
                person.phone(),
                asker.language(),
                by,
                now);
        return new Voice(id, improvement, asker, VoiceState.WAITING, now, null);
    }

    /** Who asked for it, of those who have anything in common with these. */
    List<Voice> like(UUID improvement, List<Person> persons) {
        return sql.list(
                COLUMNS + SHARING_A_TRAIT,
                this::read,
                improvement,
                traits(persons, Person::customerId).toArray(UUID[]::new),
                traits(persons, Person::email).toArray(String[]::new),
                traits(persons, Person::phone).toArray(String[]::new));
    }

    /** Who was told of it, of those who have anything in common with these. */
    ToldPersons told(UUID improvement, Collection<Voice> some) {
        List<Person> persons =
                some.stream().map(voice -> voice.asker().person()).toList();
        return new ToldPersons(like(improvement, persons).stream()
                .filter(voice -> voice.state() == VoiceState.TOLD)
                .map(voice -> voice.asker().person())
                .toList());
    }

    private static <T> List<T> traits(List<Person> persons, Function<Person, T> trait) {
        return persons.stream().map(trait).filter(Objects::nonNull).distinct().toList();
    }

    Optional<Voice> find(UUID improvement, UUID id) {
        return sql.first(COLUMNS + " where improvement_id = ? and id = ?", this::read, improvement, id);
    }

    /** The newest first. */
    List<Voice> page(UUID improvement, UUID after, int limit) {
        return sql.list(
                COLUMNS + " where improvement_id = ? and id < ? order by id desc limit ?",
                this::read,
                improvement,
                after == null ? LAST_ID : after,
                limit);
    }

    /** Those who are still to be told, the first to have asked first. */
    List<Voice> waiting(UUID improvement, int limit) {
        return sql.list(
                COLUMNS + " where improvement_id = ? and state = 'WAITING' order by id limit ?",
                this::read,
                improvement,
                limit);
    }

    /** Settles what becomes of some. */
    void settle(Collection<UUID> ids, VoiceState state, Instant toldAt) {
        if (!ids.isEmpty()) {
            sql.execute(
                    "update improvement_voice set state = ?, told_at = ? where id = any(?)",
                    state.name(),
                    toldAt,
                    ids.toArray(UUID[]::new));
        }
    }

    void remove(UUID id) {
        sql.execute("delete from improvement_voice where id = ?", id);
    }

    /** All who asked for the one ask for the other from now on; of which they asked first stays known. */
    void move(UUID from, UUID into) {
        sql.execute("update improvement_voice set improvement_id = ? where improvement_id = ?", into, from);
    }

    /** How many persons ask for each. */
    Map<UUID, Long> count(Collection<UUID> improvements) {
        Map<UUID, Long> counts = new HashMap<>();
        if (!improvements.isEmpty()) {
            sql.list(COUNT, row -> counts.put(row.getObject(1, UUID.class), row.getLong(2)), (Object)
                    improvements.toArray(UUID[]::new));
        }
        return counts;
    }

    long count(UUID improvement) {
        return count(List.of(improvement)).getOrDefault(improvement, 0L);
    }

    private Voice read(ResultSet row) throws SQLException {
        Asker asker = new Asker(
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, UUID.class),
                contact(row.getString(7)),
                row.getString(8));
        OffsetDateTime toldAt = row.getObject(11, OffsetDateTime.class);
        return new Voice(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                asker,
                VoiceState.valueOf(row.getString(9)),
                row.getObject(10, OffsetDateTime.class).toInstant(),
                toldAt == null ? null : toldAt.toInstant());
    }

    /** A contact as it is stored. */
    Contact contact(String stored) {
        try {
            return json.readValue(stored, Contact.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String write(Contact contact) {
        try {
            return json.writeValueAsString(contact);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
