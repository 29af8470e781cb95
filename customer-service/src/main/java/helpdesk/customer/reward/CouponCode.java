package helpdesk.customer.reward;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes of coupons: 12 characters of 32 that nobody takes for others (Crockford's Base32), 60 bits by chance. Written and read in
 * groups of four; lower case, O for 0, and I or L for 1 are read too.
 */
final class CouponCode {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CouponCode() {}

    static String create() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As people write it. */
    static String grouped(String code) {
        return code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /** As it is kept; empty when it can be none. */
    static Optional<String> read(String text) {
        String code = text.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return Optional.of(code)
                .filter(some -> some.length() == LENGTH
                        && some.chars().allMatch(character -> ALPHABET.indexOf(character) >= 0));
    }
}
