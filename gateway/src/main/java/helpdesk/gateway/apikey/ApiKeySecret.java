package helpdesk.gateway.apikey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * The text of an API key: {@code hd_} and 256 random bits. A plain SHA-256 keeps it safe at rest: unlike a password it has
 * too many possibilities to be guessed.
 */
record ApiKeySecret(String text) {

    /** What every key begins with, so that leaked ones can be searched for. */
    static final String MARK = "hd_";

    private static final int RANDOM_BYTES = 32;
    private static final int SHOWN_CHARACTERS = 9;
    private static final SecureRandom RANDOM = new SecureRandom();

    static ApiKeySecret create() {
        byte[] bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new ApiKeySecret(MARK + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The beginning, by which people tell their keys apart. */
    String prefix() {
        return text.substring(0, SHOWN_CHARACTERS);
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Without the key, so that no log can show it. */
    @Override
    public String toString() {
        return "ApiKeySecret[]";
    }
}
