package helpdesk.gateway.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * What is shown once and kept as a hash: 256 random bits behind a mark by which leaked ones can be searched for. A plain
 * SHA-256 is enough: it has too many possibilities to be guessed.
 */
public record OneTimeSecret(String text) {

    private static final int RANDOM_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one behind this mark. */
    public static OneTimeSecret create(String mark) {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new OneTimeSecret(mark + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** As it is kept. */
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Without the secret, so that no log can show it. */
    @Override
    public String toString() {
        return "OneTimeSecret[]";
    }
}
