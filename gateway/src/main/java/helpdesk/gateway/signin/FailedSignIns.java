package helpdesk.gateway.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.account.PasswordChosen;
import helpdesk.gateway.client.AddressBlock;
import helpdesk.platform.identity.SharedSecret;
import helpdesk.platform.persistence.Retention;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Lets those wait who fail to sign in, longer each time. What is counted is the username as it was typed, whether or not there
 * is such an account, so that nobody learns that from it. Where somebody has signed in before, the failures of others elsewhere
 * do not count: strangers can slow a username down, and lock nobody out. Counted for all replicas, and kept as keyed hashes:
 * people type passwords where names belong.
 */
@ApplicationScoped
public class FailedSignIns {

    /** So long an address stays known for a username. */
    private static final Duration KNOWN = Duration.ofDays(60);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(16);
    private static final int MOST_REMEMBERED = 100_000;

    private static final String ADD = """
            insert into sign_in_attempt (key, failures, failed_at, kept_until)
            select key, 0, ?, ? from unnest(?::text[]) key order by key
            on conflict do nothing""";

    private static final String HOLD = """
            select key, failures, failed_at, succeeded_at from sign_in_attempt
            where key = any(?::text[]) order by key for update""";

    private static final String COUNT = """
            update sign_in_attempt set failures = ?, failed_at = ?, kept_until = greatest(kept_until, ?) where key = ?""";

    private static final String TAKE_BACK =
            "update sign_in_attempt set failures = greatest(failures - 1, 0) where key = ?";

    private static final String KNOW = """
            insert into sign_in_attempt (key, failures, failed_at, succeeded_at, kept_until) values (?, 0, ?, ?, ?)
            on conflict (key) do update
            set failures = 0, succeeded_at = excluded.succeeded_at, kept_until = excluded.kept_until""";

    private final Sql sql;
    private final Retention retention;
    private final Clock clock;
    private final SecretKeySpec key;

    /** Until when somebody was told to wait, so that a flood of attempts does not reach the database. */
    private final Cache<String, Instant> waiting =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    FailedSignIns(Sql sql, Retention retention, Clock clock, SharedSecret secret) {
        this.sql = sql;
        this.retention = retention;
        this.clock = clock;
        this.key = secret.derive("sign-in-attempts");
    }

    /**
     * Lets an attempt pass. It counts as failed until {@link #succeeded} takes that back, so that many attempts at the same
     * moment do not all pass. One that has to wait does not count: nobody makes another's wait longer by asking.
     *
     * @throws Problem {@code too-many-attempts} with the time to wait
     */
    SignInAttempt begin(String username, String address) {
        String block = AddressBlock.of(address);
        String here = name("here", username, block);
        Map<String, SignInLimit> all = Map.of(
                here,
                SignInLimit.HERE,
                name("strangers", username),
                SignInLimit.STRANGERS,
                name("address", block),
                SignInLimit.ADDRESS);
        return new SignInAttempt(here, count(here, all));
    }

    /**
     * The same for an attempt that names nobody.
     *
     * @throws Problem {@code too-many-attempts} with the time to wait
     */
    public void begin(String address) {
        String name = name("address", AddressBlock.of(address));
        count(name, Map.of(name, SignInLimit.ADDRESS));
    }

    /**
     * Forgets the failures of somebody who has signed in, here, in the transaction at hand. Those elsewhere stay: they may be an
     * attacker's.
     */
    void succeeded(SignInAttempt attempt) {
        know(attempt.here());
        attempt.counted().stream()
                .filter(name -> !name.equals(attempt.here()))
                .sorted()
                .forEach(name -> sql.execute(TAKE_BACK, name));
    }

    /** Takes back what an attempt counted that named nobody, in the transaction at hand. */
    public void succeeded(String address) {
        sql.execute(TAKE_BACK, name("address", AddressBlock.of(address)));
    }

    /** Who has a link from an administrator is no stranger, and gets in also while strangers guess. */
    void know(@Observes PasswordChosen chosen) {
        String here = name("here", chosen.username(), AddressBlock.of(chosen.address()));
        QuarkusTransaction.requiringNew().run(() -> know(here));
        waiting.invalidate(here);
    }

    @Scheduled(every = "1h", delayed = "4m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forgetOld() {
        retention.deleteOlder("sign_in_attempt", "kept_until", clock.instant());
    }

    /** Counts under each name, and tells which count; {@code main} is the name whose successes free it from the others. */
    private Set<String> count(String main, Map<String, SignInLimit> all) {
        Instant now = clock.instant();
        Instant until = waiting.getIfPresent(main);
        // A clock that was set back makes nobody wait longer.
        if (until != null && now.isBefore(until) && until.isBefore(now.plus(LONGEST_WAIT))) {
            throw tooMany(Duration.between(now, until));
        }
        Outcome outcome = QuarkusTransaction.requiringNew().call(() -> count(main, all, now));
        if (outcome.until().isAfter(now)) {
            waiting.put(main, outcome.until());
            throw tooMany(Duration.between(now, outcome.until()));
        }
        return outcome.counted();
    }

    private Outcome count(String main, Map<String, SignInLimit> all, Instant now) {
        String[] names = all.keySet().toArray(String[]::new);
        sql.execute(ADD, now, now.plus(SignInLimit.HERE.memory()), names);
        List<Count> counts = sql.list(HOLD, Count::read, (Object) names);
        boolean known = counts.stream().anyMatch(count -> count.name().equals(main) && count.isKnown(now));
        List<Count> counted = counts.stream()
                .filter(count -> !known || count.name().equals(main))
                .toList();
        Instant until = counted.stream()
                .map(count -> count.until(all.get(count.name()), now))
                .max(Instant::compareTo)
                .orElse(now);
        if (!until.isAfter(now)) {
            counted.forEach(count -> {
                SignInLimit limit = all.get(count.name());
                sql.execute(COUNT, count.failures(limit, now) + 1, now, now.plus(limit.memory()), count.name());
            });
        }
        return new Outcome(until, counted.stream().map(Count::name).collect(Collectors.toSet()));
    }

    private void know(String here) {
        Instant now = clock.instant();
        sql.execute(KNOW, here, now, now, now.plus(KNOWN));
    }

    private String name(String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            byte[] hash = mac.doFinal(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static Problem tooMany(Duration wait) {
        Duration whole = wait.plusSeconds(1);
        return GatewayProblem.TOO_MANY_ATTEMPTS
                .problem("Wait %d seconds, then try again.", whole.toSeconds())
                .retryAfter(whole);
    }

    /** Until when to wait, or what was counted. */
    private record Outcome(Instant until, Set<String> counted) {}

    /** What is counted under a name, held so that nobody else counts at this moment. */
    private record Count(String name, int failures, Instant failedAt, Instant succeededAt) {

        static Count read(ResultSet row) throws SQLException {
            OffsetDateTime succeeded = row.getObject("succeeded_at", OffsetDateTime.class);
            return new Count(
                    row.getString("key"),
                    row.getInt("failures"),
                    row.getObject("failed_at", OffsetDateTime.class).toInstant(),
                    succeeded == null ? null : succeeded.toInstant());
        }

        boolean isKnown(Instant now) {
            return succeededAt != null && now.isBefore(succeededAt.plus(KNOWN));
        }

        int failures(SignInLimit limit, Instant now) {
            return now.isBefore(failedAt.plus(limit.memory())) ? failures : 0;
        }

        Instant until(SignInLimit limit, Instant now) {
            Instant failed = failedAt.isAfter(now) ? now : failedAt;
            return failed.plus(limit.waitAfter(failures(limit, now)));
        }
    }
}
