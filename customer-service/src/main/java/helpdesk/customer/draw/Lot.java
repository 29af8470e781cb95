package helpdesk.customer.draw;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What decides a draw: a secret of which the SHA-256 is published before anybody takes part, so that it cannot be chosen
 * afterwards. Who is in and what the secret is decide together: with another list everything comes out differently. Anybody can
 * compute it again (practice 28).
 */
final class Lot {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final byte[] seed;

    private Lot(byte[] seed) {
        this.seed = seed;
    }

    static Lot create() {
        byte[] seed = new byte[BYTES];
        RANDOM.nextBytes(seed);
        return new Lot(seed);
    }

    static Lot of(String seed) {
        return new Lot(HexFormat.of().parseHex(seed));
    }

    /** The secret in hexadecimal. */
    String seed() {
        return HexFormat.of().formatHex(seed);
    }

    /** What is published beforehand: the SHA-256 of the secret's bytes, in hexadecimal. */
    String commitment() {
        return HexFormat.of().formatHex(sha256().digest(seed));
    }

    /** What stands for the list of entries: the SHA-256 of their ids, each on a line, in order; in hexadecimal. */
    static String digest(List<UUID> entries) {
        MessageDigest digest = sha256();
        entries.forEach(id -> digest.update((id + "\n").getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Which entries win, the first winner first: those for which the HMAC-SHA-256, by the secret, of the list's digest, a blank
     * and the entry's id is smallest.
     *
     * @param entries in order
     */
    List<UUID> winners(List<UUID> entries, int most) {
        String digest = digest(entries);
        return entries.stream()
                .map(id -> new Drawn(score(digest, id), id))
                .sorted(Comparator.comparing(Drawn::score))
                .limit(most)
                .map(Drawn::id)
                .toList();
    }

    private String score(String digest, UUID entry) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(seed, HMAC));
            return HexFormat.of().formatHex(mac.doFinal((digest + " " + entry).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Drawn(String score, UUID id) {}
}
