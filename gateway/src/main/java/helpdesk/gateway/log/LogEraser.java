package helpdesk.gateway.log;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Eraser;
import helpdesk.platform.erasure.ErasureOutcome;
import helpdesk.platform.erasure.ErasureRequest;
import helpdesk.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes the data out of all events about a person. That something happened stays, so that positions and cursors do; what happened
 * is gone.
 */
@ApplicationScoped
class LogEraser implements Eraser {

    private static final int ROWS_AT_ONCE = 1_000;

    private static final String WITHOUT_DATA = "(envelope - 'data' - 'data_base64') || '{\"erased\": \"true\"}'";

    private static final String ERASE_ABOUT = """
            update logged_event set envelope = %s where position in (
                select position from logged_event
                where %s and type <> all(?) and (jsonb_exists(envelope, 'data') or jsonb_exists(envelope, 'data_base64'))
                order by position limit ?)""".formatted(WITHOUT_DATA, PersonalLinks.ABOUT);

    private static final String SLICE_END = """
            select max(position) from (
                select position from logged_event where position > ? order by position limit ?) as slice""";

    /** A subject from elsewhere may be an address itself. */
    private static final String ERASE_MENTIONS = """
            update logged_event set
                subject = case when lower(subject) like any(?) then '[erased]' else subject end,
                envelope = %s
                    || case when lower(subject) like any(?) then '{"subject": "[erased]"}' else '{}' end::jsonb
                    || case when lower(envelope ->> 'partitionkey') like any(?) then '{"partitionkey": "[erased]"}' else '{}' end::jsonb
            where position > ? and position <= ?
                and lower(envelope::text) like any(?) and lower(envelope::text) ~ ?""".formatted(WITHOUT_DATA);

    private final Sql sql;
    private final PersonalLinks links;
    private final ErasedSubjects subjects;
    private final LogAppender appender;
    private final LogTail tail;

    LogEraser(Sql sql, PersonalLinks links, ErasedSubjects subjects, LogAppender appender, LogTail tail) {
        this.sql = sql;
        this.links = links;
        this.subjects = subjects;
        this.appender = appender;
        this.tail = tail;
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        appender.awaitOthers();
        List<List<UUID>> steps = links.steps(request.subjects());
        List<UUID> theirs = steps.stream().flatMap(List::stream).toList();
        // Whatever is appended from now on is erased already; what is being appended is there when the lock is free.
        QuarkusTransaction.requiringNew().run(() -> subjects.add(theirs));
        appender.awaitOthers();
        long erased = 0;
        // Backwards: when this breaks off, what leads to the rest is still there.
        for (List<UUID> step : steps.reversed()) {
            erased += eraseAbout(step);
        }
        if (!request.contacts().isEmpty()) {
            erased += eraseMentions(ContactPatterns.of(request.contacts()));
        }
        tail.forget();
        return new ErasureOutcome(Map.of("events", erased), theirs);
    }

    private long eraseAbout(List<UUID> ids) {
        long erased = 0;
        for (List<UUID> some : PersonalLinks.inPortions(ids)) {
            String[] texts = PersonalLinks.texts(some);
            String[] evidence = AboutWhom.EVIDENCE.toArray(String[]::new);
            int slice;
            do {
                slice = QuarkusTransaction.requiringNew()
                        .call(() -> sql.execute(ERASE_ABOUT, texts, texts, texts, evidence, ROWS_AT_ONCE));
                erased += slice;
            } while (slice == ROWS_AT_ONCE);
        }
        return erased;
    }

    private long eraseMentions(ContactPatterns contacts) {
        long erased = 0;
        Optional<Long> begin = Optional.of(0L);
        while (begin.isPresent()) {
            long after = begin.get();
            begin = QuarkusTransaction.requiringNew().call(() -> sliceEnd(after));
            if (begin.isPresent()) {
                long until = begin.get();
                erased += QuarkusTransaction.requiringNew()
                        .call(() -> sql.execute(
                                ERASE_MENTIONS,
                                contacts.like(),
                                contacts.like(),
                                contacts.like(),
                                after,
                                until,
                                contacts.like(),
                                contacts.regex()));
            }
        }
        return erased;
    }

    private Optional<Long> sliceEnd(long after) {
        return sql.list(SLICE_END, row -> Optional.ofNullable(row.getObject(1, Long.class)), after, ROWS_AT_ONCE)
                .getFirst();
    }
}
