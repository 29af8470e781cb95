package helpdesk.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Mints tokens as the gateway does, with a key of the test run. */
public final class Tokens {

    private static final String PRIVATE_KEY = "helpdesk.test.token-key";
    private static final String PUBLIC_KEY_FILE = "helpdesk.test.token-public-key";

    private Tokens() {}

    /** A valid token of a new account with the roles. */
    public static String of(String... roles) {
        return of(UUID.randomUUID(), roles);
    }

    /** A valid token of the account with the roles. */
    public static String of(UUID account, String... roles) {
        return token(account.toString(), "account", Instant.now().plus(Duration.ofMinutes(10)), roles);
    }

    /** A valid token of an API key with the roles. */
    public static String ofApiKey(UUID key, String... roles) {
        return token(key.toString(), "apikey", Instant.now().plus(Duration.ofMinutes(10)), roles);
    }

    /** A token whose time is over. */
    public static String expired(String... roles) {
        return token(UUID.randomUUID().toString(), "account", Instant.now().minus(Duration.ofHours(1)), roles);
    }

    /** A token with what a valid one of an agent has, changed: to be refused, mostly. */
    public static String changed(UnaryOperator<JwtClaimsBuilder> change) {
        requireKeys();
        Instant expiresAt = Instant.now().plus(Duration.ofMinutes(10));
        return change.apply(claims(UUID.randomUUID().toString(), "account", expiresAt, "agent"))
                .sign(privateKey());
    }

    /** The key that verifies all tokens of the run. */
    public static RSAPublicKey publicKey() {
        requireKeys();
        try {
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) privateKey();
            return (RSAPublicKey) KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String token(String subject, String kind, Instant expiresAt, String... roles) {
        requireKeys();
        return claims(subject, kind, expiresAt, roles).sign(privateKey());
    }

    private static JwtClaimsBuilder claims(String subject, String kind, Instant expiresAt, String... roles) {
        return Jwt.issuer("helpdesk")
                .subject(subject)
                .audience("helpdesk")
                .groups(Set.of(roles))
                .claim("kind", kind)
                .claim("name", "Test " + kind)
                .claim("nbf", expiresAt.minus(Duration.ofHours(2)).getEpochSecond())
                .issuedAt(expiresAt.minus(Duration.ofHours(2)))
                .expiresAt(expiresAt);
    }

    static String publicKeyLocation() {
        requireKeys();
        return Path.of(System.getProperty(PUBLIC_KEY_FILE)).toUri().toString();
    }

    private static void requireKeys() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PRIVATE_KEY) == null) {
                KeyPair keys = generate();
                System.setProperty(
                        PRIVATE_KEY,
                        Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded()));
                System.setProperty(
                        PUBLIC_KEY_FILE, write(keys.getPublic().getEncoded()).toString());
            }
        }
    }

    private static Path write(byte[] publicKey) {
        try {
            Path file = Files.createTempFile("helpdesk-test-token", ".pem");
            file.toFile().deleteOnExit();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(publicKey);
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + text + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static PrivateKey privateKey() {
        requireKeys();
        try {
            byte[] bytes = Base64.getDecoder().decode(System.getProperty(PRIVATE_KEY));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
            throw new IllegalStateException(e);
        }
    }
}
