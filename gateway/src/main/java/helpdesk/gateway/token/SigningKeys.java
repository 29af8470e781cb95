package helpdesk.gateway.token;

import helpdesk.platform.problem.Failures;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The RSA keys that sign and verify tokens. They are in the database, made by the first gateway that ever starts, and read
 * again every two seconds, so that each replica signs and publishes with the same ones.
 */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final SigningKeyStore store;
    private final Clock clock;
    private volatile List<SigningKey> keys = List.of();
    private volatile boolean stopping;

    SigningKeys(SigningKeyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        keys = QuarkusTransaction.requiringNew().call(this::loadOrCreate);
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAgain() {
        if (stopping) {
            return;
        }
        try {
            List<SigningKey> found = QuarkusTransaction.requiringNew().call(store::list);
            if (!found.isEmpty()) {
                keys = found;
            }
        } catch (RuntimeException e) {
            // While the database is away nobody makes keys either; those that are known stay.
            LOG.logf(
                    Failures.isDatabaseAway(e) ? Logger.Level.DEBUG : Logger.Level.WARN,
                    "Signing keys are read again shortly: %s",
                    e.getMessage());
        }
    }

    /** The key that signs now: the latest whose time has come. */
    SigningKey current() {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> key.canSign(now))
                .findFirst()
                .or(() -> keys.stream().filter(key -> key.privateKey() != null).findFirst())
                .orElseThrow(() -> new IllegalStateException("No signing key was loaded at the start"));
    }

    /** The key with this id, when it is one of ours that tokens may still be of. */
    Optional<PublicKey> verifying(String kid) {
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> key.kid().equals(kid) && key.isPublished(now))
                .map(SigningKey::publicKey)
                .findFirst();
    }

    /** The public keys as a JWK set (RFC 7517), also those that will sign and those that did. */
    Map<String, Object> jwks() {
        Instant now = clock.instant();
        return Map.of(
                "keys",
                keys.stream()
                        .filter(key -> key.isPublished(now))
                        .map(key -> PublicJwk.of(key.kid(), (RSAPublicKey) key.publicKey()))
                        .toList());
    }

    private List<SigningKey> loadOrCreate() {
        store.lock();
        List<SigningKey> found = store.list();
        if (found.stream().anyMatch(key -> key.privateKey() != null)) {
            return found;
        }
        if (!found.isEmpty()) {
            LOG.warn("HELPDESK_SECRET is another one than before, so the former signing keys cannot be opened."
                    + " A new one is made; everybody has to sign in again within minutes.");
        }
        Instant now = clock.instant();
        store.add(now, now);
        return store.list();
    }
}
