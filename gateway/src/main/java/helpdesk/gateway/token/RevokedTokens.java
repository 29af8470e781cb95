package helpdesk.gateway.token;

import helpdesk.platform.problem.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Which tokens are no longer accepted although their time is not over: those of accounts that were switched off or got other
 * roles or a new password after the token was issued, and those of revoked API keys. Read every two seconds, and only what
 * changed within the lifetime of a token, so it is few.
 */
@ApplicationScoped
public class RevokedTokens {

    private static final Logger LOG = Logger.getLogger(RevokedTokens.class);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String CHANGED = """
            select cast(id as text), case when active then tokens_since end from account where tokens_since > :since
            union all
            select cast(id as text), null from api_key where revoked_at > :since""";

    private final EntityManager entities;
    private final TokenIssuer issuer;
    private final Clock clock;

    /** By subject: the first moment whose tokens are accepted again. */
    private volatile Map<String, Instant> acceptedSince = Map.of();

    private volatile boolean stopping;

    RevokedTokens(EntityManager entities, TokenIssuer issuer, Clock clock) {
        this.entities = entities;
        this.issuer = issuer;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        if (stopping) {
            return;
        }
        try {
            acceptedSince = QuarkusTransaction.requiringNew().call(this::changed);
        } catch (RuntimeException e) {
            // While the database is away nothing can be revoked either; what is known stays.
            LOG.logf(
                    Failures.isDatabaseAway(e) ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Revoked tokens are read again shortly: %s",
                    e.getMessage());
        }
    }

    /** Whether there is nothing to look for at all. */
    boolean none() {
        return acceptedSince.isEmpty();
    }

    /** Whether this token, in compact form, is no longer accepted. */
    public boolean contains(String token) {
        return IssuedToken.of(token).filter(this::isRevoked).isPresent();
    }

    private boolean isRevoked(IssuedToken token) {
        Instant since = acceptedSince.get(token.subject());
        return since != null && token.issuedAt().isBefore(since);
    }

    private Map<String, Instant> changed() {
        List<?> rows = entities.createNativeQuery(CHANGED)
                .setParameter("since", clock.instant().minus(issuer.lifetime()).minus(MARGIN))
                .getResultList();
        Map<String, Instant> changed = new HashMap<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            // Tokens know whole milliseconds; one issued right after the change shall be good.
            changed.put(
                    (String) columns[0],
                    columns[1] == null ? Instant.MAX : ((Instant) columns[1]).truncatedTo(ChronoUnit.MILLIS));
        }
        return Map.copyOf(changed);
    }
}
