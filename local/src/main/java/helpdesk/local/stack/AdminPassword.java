package helpdesk.local.stack;

import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first administrator's password: preset by {@code HELPDESK_ADMIN_PASSWORD} or generated at the first start, and kept in a
 * file that only its owner can read. A person who has noted it may remove the file.
 */
public final class AdminPassword {

    /** The variable that presets it. */
    public static final String VARIABLE = "HELPDESK_ADMIN_PASSWORD";

    /** No letters or digits that look alike. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /** What the gateway takes. */
    private static final int SHORTEST = 8;

    private static final int LONGEST = 200;
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private AdminPassword() {}

    /**
     * @param preset the variable's value, if it is set
     * @return what is handed to the gateway; nothing if the file was removed after the password had been shown
     * @throws StartFailure if the preset one is too short or too long
     */
    public static Optional<String> of(DataDirectory data, Optional<String> preset) {
        Path file = data.adminPassword();
        preset.ifPresent(AdminPassword::requireLength);
        try {
            if (!Files.exists(file) && !new Milestones(data.milestones()).reached(Milestones.PASSWORD_SHOWN)) {
                OwnerOnlyFile.write(file, preset.orElseGet(AdminPassword::generated) + "\n");
            }
            return preset.or(() -> kept(file));
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be written: see that its folder belongs to you and the disk is not full.".formatted(file),
                    e);
        }
    }

    private static void requireLength(String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST) {
            throw new StartFailure(
                    "%s must have %d to %d characters; it has %d. Choose another, or leave it out to have one made."
                            .formatted(VARIABLE, SHORTEST, LONGEST, password.length()));
        }
    }

    /** @return the password in the file, if it is there */
    public static Optional<String> kept(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new StartFailure("%s can't be read: see that it belongs to you.".formatted(file), e);
        }
    }

    /** @return 20 characters in four groups, about 115 bits */
    public static String generated() {
        SecureRandom random = new SecureRandom();
        return Stream.generate(() -> random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                        .mapToObj(ALPHABET::charAt)
                        .map(String::valueOf)
                        .collect(Collectors.joining()))
                .limit(GROUPS)
                .collect(Collectors.joining("-"));
    }
}
