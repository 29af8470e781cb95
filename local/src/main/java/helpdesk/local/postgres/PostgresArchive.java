package helpdesk.local.postgres;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The packed PostgreSQL programs for this machine, as shipped on the class path.
 *
 * @param name the resource's name, such as {@code postgres-linux-x86_64.txz}
 * @param location where the class loader found it
 */
record PostgresArchive(String name, URL location) {

    /**
     * @return the archive that fits this operating system and processor
     * @throws StartFailure if none is shipped for them
     */
    static PostgresArchive ofThisMachine() {
        String name = nameFor(System.getProperty("os.name"), System.getProperty("os.arch"), usesMusl());
        URL location = PostgresArchive.class.getClassLoader().getResource(name);
        if (location == null) {
            throw new StartFailure(
                    "No PostgreSQL is shipped for %s on %s: set HELPDESK_POSTGRES_HOST, _PORT, _USER and _PASSWORD to use a server of your own."
                            .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
        }
        return new PostgresArchive(name, location);
    }

    static String nameFor(String system, String processor, boolean musl) {
        String lowered = system.toLowerCase(Locale.ROOT);
        String family = lowered.startsWith("mac") ? "darwin" : lowered.startsWith("win") ? "windows" : "linux";
        String bits =
                switch (processor.toLowerCase(Locale.ROOT)) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm_64";
                    default -> processor;
                };
        return "postgres-%s-%s%s.txz".formatted(family, bits, musl ? "-alpine_linux" : "");
    }

    private static boolean usesMusl() {
        return Files.exists(Path.of("/etc/alpine-release"));
    }

    InputStream open() throws IOException {
        return location.openStream();
    }

    /** @return a name that is different for different contents, so that an update never meets the files of an older version */
    String fingerprint() {
        try {
            URLConnection connection = location.openConnection();
            long sum = connection instanceof JarURLConnection jar
                    ? jar.getJarEntry().getCrc()
                    : connection.getContentLengthLong();
            return name.replace(".txz", "") + "-" + Long.toHexString(sum);
        } catch (IOException e) {
            throw new StartFailure("%s can't be read: build again with './mvnw clean package'.".formatted(location), e);
        }
    }
}
