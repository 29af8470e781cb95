package helpdesk.platform.configuration;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * Reads secrets from files: where the environment has {@code HELPDESK_X_FILE}, the file's content is the value of
 * {@code HELPDESK_X}. That is how container engines hand secrets over.
 */
public class SecretFiles implements ConfigSourceFactory {

    private static final String PREFIX = "HELPDESK_";
    private static final String SUFFIX = "_FILE";

    /** Above the environment (300), so that a file wins over a placeholder. */
    private static final int ORDINAL = 310;

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        return List.of(new PropertiesConfigSource(secrets(System.getenv()), "secret files", ORDINAL));
    }

    static Map<String, String> secrets(Map<String, String> environment) {
        Map<String, String> secrets = new HashMap<>();
        environment.forEach((name, file) -> {
            if (name.startsWith(PREFIX) && name.endsWith(SUFFIX) && !file.isBlank()) {
                secrets.put(name.substring(0, name.length() - SUFFIX.length()), read(name, Path.of(file)));
            }
        });
        return secrets;
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(ORDINAL);
    }

    private static String read(String name, Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("%s names %s, which cannot be read".formatted(name, file), e);
        }
    }
}
