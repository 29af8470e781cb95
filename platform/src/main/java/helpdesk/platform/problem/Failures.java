package helpdesk.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolationException;
import java.io.CharConversionException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.postgresql.util.PSQLException;

/** Tells what a failure from a library means to the caller. */
public final class Failures {

    private static final Duration DATABASE_RETRY = Duration.ofSeconds(2);
    private static final int MOST_CAUSES = 50;

    /** PostgreSQL's codes (appendix A of its manual), by class where the whole class means the same. */
    private static final List<String> AWAY = List.of("08", "28", "3D", "53", "57P", "58", "25006", "25P03");

    private static final Set<String> CONTENTION = Set.of("40001", "40P01", "55P03", "57014");
    private static final Set<String> UNSTORABLE_TEXT = Set.of("22021", "22P05");
    private static final Set<String> OUT_OF_RANGE = Set.of("22003", "22008");
    private static final String UNIQUE_VIOLATION = "23505";
    private static final List<String> POOL_TIMEOUTS =
            List.of("Acquisition timeout", "Unable to acquire", "Sorry, acquisition timeout");

    private Failures() {}

    /** The problem that this failure is, when it is one that the caller can do something about. */
    public static Optional<Problem> understand(Throwable failure) {
        if (failure instanceof MismatchedInputException || failure instanceof StreamReadException) {
            return Optional.of(ofInput((JsonProcessingException) failure));
        }
        return causes(failure).map(Failures::problem).filter(Objects::nonNull).findFirst();
    }

    /** What is wrong with JSON that a caller sent. */
    public static Problem ofInput(JsonProcessingException failure) {
        return JsonFaults.problem(failure);
    }

    /** Whether the database is away, restarting, full or out of connections, so that the same call may succeed later. */
    public static boolean isDatabaseAway(Throwable failure) {
        return causes(failure).anyMatch(cause -> cause instanceof SQLException sql && isDatabaseAway(sql));
    }

    /**
     * Whether the same call may succeed later for sure: the database is away, somebody else held what was needed (lock
     * time-outs, deadlocks, serialization failures), or the memory was short for a moment.
     */
    public static boolean isTransient(Throwable failure) {
        return causes(failure)
                .anyMatch(cause -> cause instanceof OutOfMemoryError
                        || cause instanceof SQLException sql && (isDatabaseAway(sql) || isContention(sql)));
    }

    private static Problem problem(Throwable cause) {
        return switch (cause) {
            case Problem problem -> problem;
            case OptimisticLockException ignored -> staleVersion();
            case StaleStateException ignored -> staleVersion();
            case ConstraintViolationException violations -> Violations.problem(violations);
            case SQLException sql when isDatabaseAway(sql) || isContention(sql) -> unavailable();
            case SQLException sql
            when UNIQUE_VIOLATION.equals(sql.getSQLState()) ->
                PlatformProblem.CONFLICT.problem(
                        "Something with the same unique value exists already. Read it and try again.");
            case SQLException sql
            when sql.getSQLState() != null && UNSTORABLE_TEXT.contains(sql.getSQLState()) ->
                PlatformProblem.INVALID_REQUEST.problem(
                        "The request has a character that no text can hold (U+0000). Leave it out.");
            case SQLException sql
            when sql.getSQLState() != null && OUT_OF_RANGE.contains(sql.getSQLState()) ->
                PlatformProblem.INVALID_REQUEST.problem("The request has a number or a time that is out of range.");
            case CharConversionException ignored ->
                PlatformProblem.MALFORMED_JSON.problem("The body is not JSON in UTF-8. Check its encoding.");
            default -> null;
        };
    }

    /** The failure, its causes, and what was suppressed on the way, as transaction managers do with the reason. */
    private static Stream<Throwable> causes(Throwable failure) {
        Set<Throwable> found = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> inOrder = new ArrayList<>();
        Deque<Throwable> open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty() && inOrder.size() < MOST_CAUSES) {
            Throwable next = open.removeFirst();
            if (found.add(next)) {
                inOrder.add(next);
                if (next.getCause() != null) {
                    open.addLast(next.getCause());
                }
                open.addAll(List.of(next.getSuppressed()));
            }
        }
        return inOrder.stream();
    }

    private static boolean isDatabaseAway(SQLException sql) {
        String state = sql.getSQLState();
        return sql instanceof SQLTransientConnectionException
                || endsSession(sql)
                || state != null && AWAY.stream().anyMatch(state::startsWith)
                // The pool reports its own time-outs without a state.
                || state == null
                        && sql.getMessage() != null
                        && POOL_TIMEOUTS.stream().anyMatch(sql.getMessage()::startsWith);
    }

    /** What PostgreSQL calls fatal ends a session, or keeps one from beginning, whatever the reason. */
    private static boolean endsSession(SQLException sql) {
        return sql instanceof PSQLException postgres
                && postgres.getServerErrorMessage() != null
                && "FATAL".equals(postgres.getServerErrorMessage().getSeverity());
    }

    private static boolean isContention(SQLException sql) {
        return sql.getSQLState() != null && CONTENTION.contains(sql.getSQLState());
    }

    /** A problem for what cannot be done while something we stand on is away. */
    public static Problem unavailable() {
        return PlatformProblem.TEMPORARILY_UNAVAILABLE
                .problem("The service cannot reach its storage right now. Nothing was changed; try again shortly.")
                .retryAfter(DATABASE_RETRY);
    }

    private static Problem staleVersion() {
        return PlatformProblem.PRECONDITION_FAILED.problem(
                "Somebody else changed it at the same moment. Read it again and repeat your change on what you find.");
    }
}
