package helpdesk.gateway.oidc;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.VerificationJwkSelector;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * The public keys of another issuer: fetched when they are first needed, when they are old, and when a token names one that is
 * not among them, but never twice in ten seconds. One request waits for it, the others use what is there; an issuer that hangs
 * or lies holds up nobody who does not need it, and what was fetched before serves on for a day.
 */
final class IssuerKeys implements VerificationKeyResolver {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);
    private static final long LONGEST_ANSWER = 512 * 1024;
    private static final int OK = 200;

    /** So many wait for the first keys; who comes then is sent away. */
    private static final int LONGEST_QUEUE = 8;

    private final Issuer issuer;
    private final OidcSettings settings;
    private final HttpClient http;
    private final ObjectMapper json;
    private final Clock clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile Instant triedAt = Instant.MIN;
    private volatile Held held = new Held(List.of(), Instant.MIN);

    IssuerKeys(Issuer issuer, OidcSettings settings, HttpClient http, ObjectMapper json, Clock clock) {
        this.issuer = issuer;
        this.settings = settings;
        this.http = http;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        if (token.getKeyIdHeaderValue() == null) {
            throw new UnresolvableKeyException("The token does not say which key it is of");
        }
        JsonWebKey found = select(token);
        if (found == null || held.isOlder(settings.refresh(), clock.instant())) {
            refresh();
            found = select(token);
        }
        if (held.isOlder(settings.longest(), clock.instant())) {
            throw new IssuerKeysAway();
        }
        if (found == null) {
            throw new UnresolvableKeyException("No published key made this token");
        }
        return found.getKey();
    }

    private JsonWebKey select(JsonWebSignature token) throws UnresolvableKeyException {
        try {
            return new VerificationJwkSelector().select(token, held.keys());
        } catch (JoseException e) {
            throw new UnresolvableKeyException("No published key fits this token", e);
        }
    }

    private void refresh() {
        boolean nothingYet = held.keys().isEmpty();
        if (nothingYet && fetching.getQueueLength() >= LONGEST_QUEUE) {
            return;
        }
        try {
            // Two answers are waited for.
            Duration patience = nothingYet ? settings.timeout().multipliedBy(2) : Duration.ZERO;
            if (fetching.tryLock(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    fetchUnlessTried();
                } finally {
                    fetching.unlock();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void fetchUnlessTried() throws InterruptedException {
        Instant now = clock.instant();
        // A clock that was set back is no reason never to try again.
        if (triedAt != Instant.MIN && now.isBefore(triedAt.plus(settings.pause())) && !now.isBefore(triedAt)) {
            return;
        }
        triedAt = now;
        try {
            URI location = issuer.keys().isPresent() ? issuer.keys().get() : discovered();
            List<JsonWebKey> published = new JsonWebKeySet(get(location))
                    .getJsonWebKeys().stream()
                            // A shared secret verifies nothing that others could not have made.
                            .filter(PublicJsonWebKey.class::isInstance)
                            .toList();
            if (published.isEmpty()) {
                throw new IOException("No public key is published at " + location);
            }
            held = new Held(published, now);
        } catch (IOException | JoseException | IllegalArgumentException e) {
            LOG.warnf("The keys of the issuer %s cannot be fetched now: %s", issuer.name(), e.getMessage());
        }
    }

    private URI discovered() throws IOException, InterruptedException {
        JsonNode document = json.readTree(get(issuer.discovery()));
        if (!issuer.name().equals(document.path("issuer").asText())) {
            throw new IOException("The document at " + issuer.discovery() + " is of another issuer");
        }
        return Issuer.secure(document.path("jwks_uri").asText());
    }

    private String get(URI location) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(location)
                .timeout(settings.timeout())
                .header("Accept", "application/json")
                .build();
        // The request's own time limit ends with the head of the answer.
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), LONGEST_ANSWER));
        try {
            HttpResponse<String> complete = answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
            if (complete.statusCode() != OK) {
                throw new IOException(location + " answers with " + complete.statusCode());
            }
            return complete.body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException(location + " does not answer in " + settings.timeout(), e);
        } catch (ExecutionException e) {
            throw new IOException(location + ": " + e.getCause().getMessage(), e);
        }
    }

    /** Keys, and when they were fetched. */
    private record Held(List<JsonWebKey> keys, Instant at) {

        boolean isOlder(Duration than, Instant now) {
            return keys.isEmpty() || now.isAfter(at.plus(than));
        }
    }
}
