package helpdesk.gateway.audit;

import helpdesk.gateway.client.ClientAddresses;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.identity.CurrentActor;
import helpdesk.platform.identity.SharedSecret;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.request.RequestIds;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Writes down for good who did what. An entry is written in the transaction of what it tells of. Entries of all processes
 * follow each other, so whoever writes one holds a lock until its transaction ends: write it last.
 */
@ApplicationScoped
public class AuditLog {

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('audit-log'))";
    private static final String LAST =
            "select " + AuditEntry.COLUMNS + " from audit_entry order by number desc limit 1";
    private static final String ADD =
            "insert into audit_entry (" + AuditEntry.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Sql sql;
    private final CurrentActor actor;
    private final CurrentVertxRequest http;
    private final RequestIds requestIds;
    private final ClientAddresses addresses;
    private final Clock clock;
    private final SecretKeySpec key;

    AuditLog(
            Sql sql,
            CurrentActor actor,
            CurrentVertxRequest http,
            RequestIds requestIds,
            ClientAddresses addresses,
            Clock clock,
            SharedSecret secret) {
        this.sql = sql;
        this.actor = actor;
        this.http = http;
        this.requestIds = requestIds;
        this.addresses = addresses;
        this.clock = clock;
        this.key = secret.derive("audit-log");
    }

    /**
     * Writes down what whoever sends the request at hand does.
     *
     * @param subject to whom or what; may be null
     * @param detail without secrets and without anything that somebody typed; may be null
     */
    public void append(AuditAction action, Actor subject, String detail) {
        append(action, isInRequest() ? actor.get() : Actor.system("gateway"), subject, detail);
    }

    /** Writes down what somebody does who has no token yet. */
    public void append(AuditAction action, Actor by, Actor subject, String detail) {
        sql.list(LOCK, row -> true);
        Optional<AuditEntry> last = last();
        RoutingContext request = isInRequest() ? http.getCurrent() : null;
        // As exact as the database keeps it, so that it is the same when it is read.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry entry = new AuditEntry(
                last.map(AuditEntry::number).orElse(0L) + 1,
                now,
                action,
                by.toString(),
                subject == null ? null : subject.toString(),
                detail,
                request == null ? null : addresses.of(request.request()),
                request == null ? null : requestIds.of(request),
                last.map(AuditEntry::hash).orElse(AuditEntry.NONE),
                null,
                null);
        String hash = entry.expectedHash();
        sql.execute(
                ADD,
                entry.number(),
                entry.at(),
                entry.action().wireName(),
                entry.actor(),
                entry.subject(),
                entry.detail(),
                entry.address(),
                entry.requestId(),
                HexFormat.of().parseHex(entry.previous()),
                HexFormat.of().parseHex(hash),
                seal(hash));
    }

    /** The newest entry. */
    Optional<AuditEntry> last() {
        return sql.first(LAST, AuditEntry::read);
    }

    byte[] seal(String hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(HexFormat.of().parseHex(hash));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private boolean isInRequest() {
        return Arc.container().requestContext().isActive() && http.getCurrent() != null;
    }
}
