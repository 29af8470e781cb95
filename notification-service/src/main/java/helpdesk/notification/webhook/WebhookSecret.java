package helpdesk.notification.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What messages are signed with, as Standard Webhooks writes it: {@code whsec_} and 32 random bytes, or {@code whsk_} and a
 * private Ed25519 key of 32 bytes with its public key of 32 bytes, in Base64.
 */
record WebhookSecret(String text) {

    private static final String SHARED = "whsec_";
    private static final String PRIVATE = "whsk_";
    private static final String PUBLIC = "whpk_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static WebhookSecret create(SignatureScheme scheme) {
        return switch (scheme) {
            case V1 -> {
                byte[] bytes = new byte[BYTES];
                RANDOM.nextBytes(bytes);
                yield new WebhookSecret(SHARED + encoded(bytes));
            }
            case V1A -> new WebhookSecret(PRIVATE + encoded(newKey()));
        };
    }

    SignatureScheme scheme() {
        return text.startsWith(PRIVATE) ? SignatureScheme.V1A : SignatureScheme.V1;
    }

    /** What the other side needs to verify messages: {@code whpk_} and 32 bytes in Base64; empty for a shared secret. */
    Optional<String> publicKey() {
        return switch (scheme()) {
            case V1 -> Optional.empty();
            case V1A -> Optional.of(PUBLIC + encoded(Arrays.copyOfRange(key(), BYTES, 2 * BYTES)));
        };
    }

    /** What the message's header says, with the scheme. */
    String sign(String id, long seconds, String body) {
        try {
            return switch (scheme()) {
                case V1 -> new com.standardwebhooks.Webhook(text).sign(id, seconds, body);
                case V1A -> "v1a," + encoded(signature(id + "." + seconds + "." + body));
            };
        } catch (EmptyWebhookSecretException | WebhookSigningException | GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform can sign with a secret of ours", e);
        }
    }

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "WebhookSecret[" + scheme() + "]";
    }

    private byte[] signature(String content) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(KeyFactory.getInstance("Ed25519")
                .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(key(), BYTES))));
        signature.update(content.getBytes(StandardCharsets.UTF_8));
        return signature.sign();
    }

    private byte[] key() {
        return Base64.getDecoder().decode(text.substring(PRIVATE.length()));
    }

    private static byte[] newKey() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] key = Arrays.copyOf(
                    ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow(), 2 * BYTES);
            // The last bytes of what X.509 says of it (RFC 8410).
            byte[] encoded = pair.getPublic().getEncoded();
            System.arraycopy(encoded, encoded.length - BYTES, key, BYTES, BYTES);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has Ed25519", e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
