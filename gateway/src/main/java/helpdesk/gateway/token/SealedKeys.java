package helpdesk.gateway.token;

import helpdesk.platform.identity.SharedSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keeps private keys closed at rest: AES-256-GCM under a key derived from the installation's secret. */
@ApplicationScoped
class SealedKeys {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    SealedKeys(SharedSecret secret) {
        this.key = new SecretKeySpec(secret.derive("signing-keys").getEncoded(), "AES");
    }

    /** The nonce, then the sealed PKCS #8 form; the key's name is sealed in, so that rows cannot be exchanged. */
    byte[] seal(String kid, PrivateKey privateKey) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, kid, nonce).doFinal(privateKey.getEncoded());
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** The private key; empty when it was sealed under another secret. */
    Optional<PrivateKey> open(String kid, byte[] sealed) {
        ByteBuffer parts = ByteBuffer.wrap(sealed);
        byte[] nonce = new byte[NONCE_BYTES];
        parts.get(nonce);
        byte[] body = new byte[parts.remaining()];
        parts.get(body);
        try {
            byte[] encoded = cipher(Cipher.DECRYPT_MODE, kid, nonce).doFinal(body);
            return Optional.of(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (GeneralSecurityException otherSecret) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, String kid, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(kid.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
