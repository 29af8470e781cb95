package helpdesk.platform.identity;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The keys that tokens are signed with, fetched from where they are published and kept from then on: a service goes on
 * verifying tokens while the gateway is away. They are fetched by a thread of their own, because tokens are verified on event
 * loops, which must not wait.
 */
@ApplicationScoped
class SigningKeys implements VerificationKeyResolver {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FIRST_PATIENCE = Duration.ofSeconds(10);
    private static final Duration UNTIL_FIRST = Duration.ofMillis(250);
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(2);

    private final URI location;
    private final Duration refresh;
    private final long begun = System.nanoTime();
    private final Semaphore wanted = new Semaphore(0);
    private volatile List<JsonWebKey> keys = List.of();
    private volatile boolean stopping;
    private Thread thread;

    SigningKeys(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") URI location,
            @ConfigProperty(name = "helpdesk.published-keys.refresh", defaultValue = "PT5M") Duration refresh) {
        this.location = location;
        this.refresh = refresh;
    }

    /** Whether the keys are fetched over HTTP; otherwise they are in a file, which needs no help. */
    boolean areFetched() {
        return "http".equals(location.getScheme()) || "https".equals(location.getScheme());
    }

    /** Whether the first ones are still on their way, and worth waiting for. */
    boolean areAwaited() {
        return areFetched() && keys.isEmpty() && System.nanoTime() - begun < FIRST_PATIENCE.toNanos();
    }

    void start(@Observes StartupEvent event) {
        if (areFetched()) {
            thread = Thread.ofPlatform().daemon().name("signing-keys").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        try {
            List<JsonWebKey> known = keys;
            JsonWebKey key = new VerificationJwkSelector().select(token, known);
            if (key != null) {
                return key.getKey();
            }
            // Made by a new key, perhaps; perhaps by nobody.
            wanted.release();
            if (known.isEmpty()) {
                throw new SigningKeysAway();
            }
            throw new UnresolvableKeyException("No published key made this token");
        } catch (SigningKeysAway away) {
            throw away;
        } catch (JoseException e) {
            throw new UnresolvableKeyException("No published key fits this token", e);
        }
    }

    private void run() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            while (!stopping) {
                boolean fetched = fetch(http);
                if (keys.isEmpty()) {
                    Thread.sleep(UNTIL_FIRST);
                    continue;
                }
                Thread.sleep(BETWEEN_TRIES);
                // Where the keys cannot be fetched they are tried for, so that the next one is here before it signs.
                if (fetched) {
                    wanted.tryAcquire(refresh.toMillis(), TimeUnit.MILLISECONDS);
                    wanted.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean fetch(HttpClient http) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(location).timeout(PATIENCE).GET().build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 200) {
                keep(new JsonWebKeySet(answer.body()).getJsonWebKeys());
                return true;
            }
        } catch (IOException | JoseException e) {
            LOG.debugf("The keys at %s cannot be fetched now: %s", location, e.getMessage());
        }
        return false;
    }

    /** Keys that are no longer published sign no more; an empty answer is a fault of the publisher. */
    private void keep(List<JsonWebKey> published) {
        if (!published.isEmpty()) {
            keys = List.copyOf(published);
        }
    }
}
