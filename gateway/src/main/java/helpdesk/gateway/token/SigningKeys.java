package helpdesk.gateway.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.persistence.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The RSA keys that sign tokens, newest first, the same for all replicas: they are in the database, made by the first
 * gateway that ever starts.
 */
@ApplicationScoped
class SigningKeys {

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);
    private static final int KEY_BITS = 2048;
    private static final int KEPT = 5;

    /** Any constant does: advisory locks are per database, and this one is the gateway's own. */
    private static final long LOCK = 0x6865_6c70_6b65_79L;

    private final EntityManager entities;
    private final SealedKeys sealed;
    private final ObjectMapper json;
    private final Clock clock;
    private volatile List<SigningKey> keys = List.of();

    SigningKeys(EntityManager entities, SealedKeys sealed, ObjectMapper json, Clock clock) {
        this.entities = entities;
        this.sealed = sealed;
        this.json = json;
        this.clock = clock;
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        keys = QuarkusTransaction.requiringNew().call(this::loadOrCreate);
    }

    /** The key that signs. */
    SigningKey current() {
        return keys.stream()
                .filter(key -> key.privateKey() != null)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No signing key was loaded at the start"));
    }

    /** The key with this id, when it is one of ours. */
    Optional<PublicKey> verifying(String kid) {
        return keys.stream()
                .filter(key -> key.kid().equals(kid))
                .map(SigningKey::publicKey)
                .findFirst();
    }

    /** The public keys as a JWK set (RFC 7517). */
    Map<String, Object> jwks() {
        return Map.of(
                "keys",
                keys.stream()
                        .map(key -> jwk(key.kid(), (RSAPublicKey) key.publicKey()))
                        .toList());
    }

    private List<SigningKey> loadOrCreate() throws GeneralSecurityException {
        entities.createNativeQuery("select 1 from pg_advisory_xact_lock(" + LOCK + ")")
                .getSingleResult();
        List<SigningKey> found = load();
        if (found.stream().anyMatch(key -> key.privateKey() != null)) {
            return found;
        }
        if (!found.isEmpty()) {
            LOG.warn("HELPDESK_SECRET is another one than before, so the former signing keys cannot be opened."
                    + " A new one is made; everybody has to sign in again within minutes.");
        }
        List<SigningKey> all = new ArrayList<>();
        all.add(create());
        all.addAll(found);
        return List.copyOf(all);
    }

    private List<SigningKey> load() throws GeneralSecurityException {
        List<?> rows = entities.createNativeQuery(
                        "select kid, cast(public_jwk as text), private_key from signing_key order by created_at desc, kid")
                .setMaxResults(KEPT)
                .getResultList();
        List<SigningKey> found = new ArrayList<>();
        for (Object row : rows) {
            Object[] columns = (Object[]) row;
            String kid = (String) columns[0];
            found.add(new SigningKey(
                    kid,
                    publicKey((String) columns[1]),
                    sealed.open(kid, (byte[]) columns[2]).orElse(null)));
        }
        return List.copyOf(found);
    }

    private SigningKey create() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        KeyPair pair = generator.generateKeyPair();
        String kid = Ids.next().toString();
        entities.createNativeQuery("""
                        insert into signing_key (kid, public_jwk, private_key, created_at)
                        values (:kid, cast(:jwk as jsonb), :key, :now)""")
                .setParameter("kid", kid)
                .setParameter("jwk", write(jwk(kid, (RSAPublicKey) pair.getPublic())))
                .setParameter("key", sealed.seal(kid, pair.getPrivate()))
                .setParameter("now", clock.instant())
                .executeUpdate();
        return new SigningKey(kid, pair.getPublic(), pair.getPrivate());
    }

    private PublicKey publicKey(String jwk) throws GeneralSecurityException {
        try {
            Map<?, ?> members = json.readValue(jwk, Map.class);
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(members.get("n")), number(members.get("e"))));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> jwk(String kid, RSAPublicKey key) {
        Map<String, Object> jwk = new LinkedHashMap<>();
        jwk.put("kty", "RSA");
        jwk.put("use", "sig");
        jwk.put("alg", "RS256");
        jwk.put("kid", kid);
        jwk.put("n", text(key.getModulus()));
        jwk.put("e", text(key.getPublicExponent()));
        return jwk;
    }

    /** RFC 7518, section 2: unsigned, big-endian, as short as can be. */
    private static String text(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        byte[] unsigned = Arrays.copyOfRange(bytes, from, bytes.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    private static BigInteger number(Object text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode((String) text));
    }

    private String write(Map<String, Object> jwk) {
        try {
            return json.writeValueAsString(jwk);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
