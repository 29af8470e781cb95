package helpdesk.local.stack;

import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The stack's own passwords and keys, generated at first start and kept in a file that only its owner can read. Missing ones
 * are added, so a newer launcher gets along with an older file.
 */
public final class Secrets {

    private static final String SUPERUSER = "postgres.superuser";
    private static final String SHARED = "shared";
    private static final String ROLE = "postgres.role.";

    /** 256 bits. */
    private static final int RANDOM_BYTES = 32;

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = values;
    }

    /**
     * @param file where they are kept; written if it does not exist or lacks one of them
     * @throws StartFailure if it can't be read or written
     */
    public static Secrets of(Path file) {
        try {
            Map<String, String> values = read(file);
            Map<String, String> before = Map.copyOf(values);
            values.computeIfAbsent(SUPERUSER, name -> random());
            values.computeIfAbsent(SHARED, name -> random());
            for (ServiceKind service : ServiceKind.values()) {
                values.computeIfAbsent(ROLE + service.database(), name -> random());
            }
            if (!values.equals(before)) {
                OwnerOnlyFile.write(
                        file,
                        values.entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                                .collect(Collectors.joining()));
            } else {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            }
            return new Secrets(values);
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be read or written (%s): see that it and its folder belong to you."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** @return 32 random bytes, base64url without padding */
    public static String random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @return the password of the embedded PostgreSQL's superuser */
    public String superuserPassword() {
        return values.get(SUPERUSER);
    }

    /** @return the key all services share, for cursors and links they sign */
    public String shared() {
        return values.get(SHARED);
    }

    /** @return the password of the role that owns a service's database */
    public String rolePassword(ServiceKind service) {
        return values.get(ROLE + service.database());
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0) {
                    values.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return values;
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "Secrets" + values.keySet();
    }
}
