package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import java.util.Map;
import java.util.Optional;

/** Variables of the caller's environment; an empty one counts as not set. */
final class EnvironmentValue {

    private EnvironmentValue() {}

    static Optional<String> text(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    static int number(Map<String, String> environment, String name, int otherwise) {
        Optional<String> value = text(environment, name);
        try {
            return value.map(Integer::parseInt).orElse(otherwise);
        } catch (NumberFormatException e) {
            throw new StartFailure("%s has to be a whole number, not '%s'.".formatted(name, value.orElse("")), e);
        }
    }
}
