package helpdesk.local.postgres;

import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;

/** The superuser's password of a data directory: the caller's, or a generated one that is kept beside the data. */
final class SuperuserPassword {

    private static final int RANDOM_BYTES = 24;

    private SuperuserPassword() {}

    static String of(PostgresSettings settings) {
        if (settings.superuserPassword() != null) {
            return settings.superuserPassword();
        }
        Path file = settings.passwordFile();
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            byte[] random = new byte[RANDOM_BYTES];
            new SecureRandom().nextBytes(random);
            String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
            OwnerOnlyFile.write(file, password);
            return password;
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be read or written: see that it and its folder belong to you.".formatted(file), e);
        }
    }
}
