package helpdesk.customer.duplicate;

import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Pairs of profiles that may be of one person. Who was told that they are not is not told so again. */
@ApplicationScoped
public class Suggestions {

    private static final String FIND = """
            select reasons from duplicate_suggestion where first_id = ? and second_id = ?""";

    private static final String PUT = """
            insert into duplicate_suggestion (id, first_id, second_id, score, reasons, found_at) values (?, ?, ?, ?, ?, ?)
            on conflict (first_id, second_id) do update set score = excluded.score, reasons = excluded.reasons
            where duplicate_suggestion.dismissed_at is null""";

    /** Of those that stand for themselves, the likeliest first. */
    private static final String BEST = """
            select s.id, s.first_id, s.second_id, s.score, s.reasons, s.found_at
            from duplicate_suggestion s
            join customer one on one.id = s.first_id and one.merged_into_id is null and one.erased_at is null
            join customer other on other.id = s.second_id and other.merged_into_id is null and other.erased_at is null
            where s.dismissed_at is null and %s
                and (s.score, s.id) < (?, cast(? as uuid))
            order by s.score desc, s.id desc limit ?""";

    private static final String OF_ALL = BEST.formatted("true");
    private static final String OF_ONE = BEST.formatted("(s.first_id = ? or s.second_id = ?)");

    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Sql sql;
    private final Clock clock;

    Suggestions(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Somebody presented themselves with what belongs to two profiles. */
    public void sameContact(UUID one, UUID other) {
        Set<DuplicateReason> reasons = EnumSet.of(DuplicateReason.SAME_CONTACT);
        reasons.addAll(known(one, other));
        put(one, other, reasons);
    }

    /** What comparing two profiles showed. */
    void compared(UUID one, UUID other, Set<DuplicateReason> reasons) {
        Set<DuplicateReason> all = EnumSet.noneOf(DuplicateReason.class);
        all.addAll(reasons);
        if (known(one, other).contains(DuplicateReason.SAME_CONTACT)) {
            all.add(DuplicateReason.SAME_CONTACT);
        }
        if (all.isEmpty()) {
            sql.execute(
                    "delete from duplicate_suggestion where first_id = ? and second_id = ? and dismissed_at is null",
                    first(one, other),
                    second(one, other));
        } else {
            put(one, other, all);
        }
    }

    /** With whom the profile was compared before. */
    List<UUID> partners(UUID customer) {
        return sql.list("""
                select case when first_id = ? then second_id else first_id end from duplicate_suggestion
                where first_id = ? or second_id = ?""", row -> row.getObject(1, UUID.class), customer, customer, customer);
    }

    List<Suggestion> best(UUID customer, Optional<Suggestion.Place> behind, int limit) {
        int score = behind.map(Suggestion.Place::score).orElse(Integer.MAX_VALUE);
        UUID id = behind.map(Suggestion.Place::id).orElse(LAST_ID);
        return customer == null
                ? sql.search(OF_ALL, Suggestions::read, score, id, limit)
                : sql.search(OF_ONE, Suggestions::read, customer, customer, score, id, limit);
    }

    /** They are two persons; tells whether there was such a suggestion. */
    boolean dismiss(UUID id, String by) {
        return sql.execute(
                        "update duplicate_suggestion set dismissed_at = coalesce(dismissed_at, ?), dismissed_by = coalesce(dismissed_by, ?) where id = ?",
                        clock.instant(),
                        by,
                        id)
                > 0;
    }

    private void put(UUID one, UUID other, Collection<DuplicateReason> reasons) {
        sql.execute(
                PUT,
                Ids.next(),
                first(one, other),
                second(one, other),
                DuplicateReason.score(reasons),
                reasons.stream().map(Enum::name).toArray(String[]::new),
                clock.instant());
    }

    private Set<DuplicateReason> known(UUID one, UUID other) {
        return sql.first(FIND, row -> reasons(row.getArray(1)), first(one, other), second(one, other))
                .orElse(Set.of());
    }

    private static Suggestion read(ResultSet row) throws SQLException {
        return new Suggestion(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getInt(4),
                reasons(row.getArray(5)),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    private static Set<DuplicateReason> reasons(Array array) throws SQLException {
        Set<DuplicateReason> reasons = EnumSet.noneOf(DuplicateReason.class);
        Arrays.stream((String[]) array.getArray()).map(DuplicateReason::valueOf).forEach(reasons::add);
        return reasons;
    }

    /** In the order of the database, so that each pair is there once. */
    private static UUID first(UUID one, UUID other) {
        return one.toString().compareTo(other.toString()) < 0 ? one : other;
    }

    private static UUID second(UUID one, UUID other) {
        return first(one, other).equals(one) ? other : one;
    }
}
