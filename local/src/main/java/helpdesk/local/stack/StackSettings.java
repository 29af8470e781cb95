package helpdesk.local.stack;

import helpdesk.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a stack is started with.
 *
 * @param root the built source tree
 * @param data everything that is kept
 * @param ports where it listens
 * @param environment of the launcher's caller
 */
public record StackSettings(Path root, DataDirectory data, PortPlan ports, Map<String, String> environment) {

    private static final int DEFAULT_START_SECONDS = 120;

    /** @return the server to use instead of one of the stack's own */
    public Optional<PostgresAddress> givenPostgres() {
        return PostgresAddress.given(environment);
    }

    /** @return the brokers to use instead of one of the stack's own */
    public Optional<String> givenKafka() {
        return value("HELPDESK_KAFKA_BOOTSTRAP");
    }

    /** @return the address the gateway listens on: this machine only, unless the caller says otherwise */
    public String gatewayHost() {
        return value("HELPDESK_HTTP_HOST").orElse(Ports.LOOPBACK);
    }

    /** @return where the gateway can be asked from this machine */
    public String gatewayLocalHost() {
        String host = gatewayHost();
        return host.equals("0.0.0.0") || host.equals("::") ? Ports.LOOPBACK : host;
    }

    /** @return the address in links that are sent to people */
    public String publicUrl() {
        return value("HELPDESK_PUBLIC_URL").orElse(localUrl());
    }

    /** @return the address for the person at this machine */
    public String localUrl() {
        String host = gatewayLocalHost();
        return "http://%s:%d".formatted(host.equals(Ports.LOOPBACK) ? "localhost" : host, ports.first());
    }

    /** @return how long the start may take */
    public Duration startTimeout() {
        return Duration.ofSeconds(
                EnvironmentValue.number(environment, "HELPDESK_START_TIMEOUT", DEFAULT_START_SECONDS));
    }

    /** @return a variable of the caller's environment; an empty one counts as not set */
    public Optional<String> value(String variable) {
        return EnvironmentValue.text(environment, variable);
    }
}
