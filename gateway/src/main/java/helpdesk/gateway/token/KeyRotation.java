package helpdesk.gateway.token;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.audit.AuditAction;
import helpdesk.gateway.audit.AuditLog;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.problem.Problem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Puts another key in the place of the one that signs: published first, for longer than anybody keeps what was fetched; then it
 * signs; the former one is published until its last token has expired. So no token is ever of a key that is not known.
 */
@ApplicationScoped
class KeyRotation {

    /** Clocks of replicas differ, tokens are accepted for seconds after their end, and API keys' tokens last minutes. */
    private static final Duration MARGIN = Duration.ofMinutes(6);

    private final SigningKeyStore store;
    private final TokenIssuer issuer;
    private final AuditLog audit;
    private final SigningKeySettings settings;
    private final Clock clock;

    KeyRotation(SigningKeyStore store, TokenIssuer issuer, AuditLog audit, SigningKeySettings settings, Clock clock) {
        this.store = store;
        this.issuer = issuer;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** The keys, the one that signs last first. */
    @Transactional
    List<SigningKeyView> list() {
        Instant now = clock.instant();
        List<SigningKey> all = store.list();
        String signing = all.stream()
                .filter(key -> key.canSign(now))
                .map(SigningKey::kid)
                .findFirst()
                .orElse(null);
        return all.stream()
                .filter(key -> key.isPublished(now))
                .map(key -> SigningKeyView.of(key, signing, now))
                .toList();
    }

    /**
     * Makes the next key.
     *
     * @param immediately the former ones may be in wrong hands: the new one signs at once, and they verify nothing any more
     * @throws Problem {@code rotation-under-way} when a key waits for its time already
     */
    @Transactional
    SigningKeyView rotate(boolean immediately) {
        store.lock();
        Instant now = clock.instant();
        return immediately ? replaceNow(now) : announce(now);
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rotateByAge() {
        QuarkusTransaction.requiringNew().run(() -> {
            store.lock();
            Instant now = clock.instant();
            store.removeEnded(now);
            List<SigningKey> all = store.list();
            boolean old =
                    all.stream().noneMatch(key -> now.isBefore(key.signsFrom().plus(settings.lifetime())));
            if (old) {
                replace(now, now.plus(settings.notice()), Actor.system("gateway"));
            }
        });
    }

    private SigningKeyView replaceNow(Instant now) {
        SigningKey next = store.add(now, now);
        store.endOthers(next.kid(), now);
        audit.append(AuditAction.SIGNING_KEY_ROTATED, null, "at once: " + next.kid());
        return SigningKeyView.of(next, next.kid(), now);
    }

    private SigningKeyView announce(Instant now) {
        store.list().stream()
                .filter(key -> now.isBefore(key.signsFrom()) && key.isPublished(now))
                .findFirst()
                .ifPresent(waiting -> {
                    throw GatewayProblem.ROTATION_UNDER_WAY
                            .problem(
                                    "The key %s signs from %s on. Wait until then.", waiting.kid(), waiting.signsFrom())
                            .retryAfter(Duration.between(now, waiting.signsFrom()));
                });
        SigningKey next = replace(now, now.plus(settings.notice()), null);
        return SigningKeyView.of(next, null, now);
    }

    /** By whoever sends the request at hand, when nobody is named. */
    private SigningKey replace(Instant now, Instant signsFrom, Actor by) {
        SigningKey next = store.add(now, signsFrom);
        store.endOthers(next.kid(), signsFrom.plus(issuer.lifetime()).plus(MARGIN));
        String detail = "from " + signsFrom + " on: " + next.kid();
        if (by == null) {
            audit.append(AuditAction.SIGNING_KEY_ROTATED, null, detail);
        } else {
            audit.append(AuditAction.SIGNING_KEY_ROTATED, by, null, detail);
        }
        return next;
    }
}
