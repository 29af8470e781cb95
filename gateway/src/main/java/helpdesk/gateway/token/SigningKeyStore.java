package helpdesk.gateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The signing keys in the database, the same for all replicas. Everything here is part of the transaction at hand. */
@ApplicationScoped
class SigningKeyStore {

    private static final int KEY_BITS = 2048;

    /** More than there can be: a rotation waits for the one before. */
    private static final int MOST = 20;

    private static final String LOCK = "select pg_advisory_xact_lock(hashtext('signing-keys'))";

    private static final String LIST = """
            select kid, cast(public_jwk as text) as jwk, private_key, created_at,
                coalesce(signs_from, created_at) as signs_from, ends_at
            from signing_key order by coalesce(signs_from, created_at) desc, kid desc limit ?""";

    private static final String ADD = """
            insert into signing_key (kid, public_jwk, private_key, created_at, signs_from)
            values (?, cast(? as jsonb), ?, ?, ?)""";

    private final Sql sql;
    private final SealedKeys sealed;
    private final ObjectMapper json;

    SigningKeyStore(Sql sql, SealedKeys sealed, ObjectMapper json) {
        this.sql = sql;
        this.sealed = sealed;
        this.json = json;
    }

    /** Lets no other replica make or remove keys until the end of the transaction. */
    void lock() {
        sql.list(LOCK, row -> true);
    }

    /** All keys, the one that signs last first. */
    List<SigningKey> list() {
        return sql.list(LIST, this::read, MOST);
    }

    /** Makes a key that signs from a moment on. */
    SigningKey add(Instant now, Instant signsFrom) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            KeyPair pair = generator.generateKeyPair();
            String kid = Ids.next().toString();
            String jwk = json.writeValueAsString(PublicJwk.of(kid, (RSAPublicKey) pair.getPublic()));
            sql.execute(ADD, kid, jwk, sealed.seal(kid, pair.getPrivate()), now, signsFrom);
            return new SigningKey(kid, pair.getPublic(), pair.getPrivate(), now, signsFrom, null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform makes RSA keys", e);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets all keys but one end at this moment, unless they end earlier. */
    void endOthers(String kid, Instant endsAt) {
        sql.execute("""
                update signing_key set ends_at = least(ends_at, greatest(?, created_at)) where kid <> ?""", endsAt, kid);
    }

    /** Removes the keys that have ended; nothing is left that could sign with them. */
    int removeEnded(Instant now) {
        return sql.execute("delete from signing_key where ends_at <= ?", now);
    }

    private SigningKey read(ResultSet row) throws SQLException {
        String kid = row.getString("kid");
        OffsetDateTime endsAt = row.getObject("ends_at", OffsetDateTime.class);
        return new SigningKey(
                kid,
                PublicJwk.read(json, row.getString("jwk")),
                sealed.open(kid, row.getBytes("private_key")).orElse(null),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("signs_from", OffsetDateTime.class).toInstant(),
                endsAt == null ? null : endsAt.toInstant());
    }
}
