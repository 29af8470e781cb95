package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Variables of the caller's environment; an empty one counts as not set. A value may also lie in a file, named by the variable
 * with the ending {@code _FILE}, as secrets of containers do.
 */
final class EnvironmentValue {

    private EnvironmentValue() {}

    static Optional<String> text(Map<String, String> environment, String name) {
        return set(environment, name).or(() -> set(environment, name + "_FILE").map(file -> content(name, file)));
    }

    static int number(Map<String, String> environment, String name, int otherwise) {
        Optional<String> value = text(environment, name);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new StartFailure("%s has to be a whole number, not '%s'.".formatted(name, value.orElse("")), e);
        }
    }

    private static Optional<String> set(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private static String content(String name, String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new StartFailure("The file %s, named by %s_FILE, can't be read.".formatted(file, name), e);
        }
    }
}
