package helpdesk.local.stack;

import helpdesk.local.process.Ports;
import helpdesk.local.service.ServiceKind;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The variables a service of this stack gets in addition to those of the launcher's caller.
 *
 * @param settings of the stack
 * @param secrets of the stack
 */
record ServiceEnvironment(StackSettings settings, Secrets secrets) {

    /**
     * @param service which
     * @param database its database's server and role
     * @param kafka bootstrap addresses
     */
    Map<String, String> of(ServiceKind service, PostgresAddress database, String kafka) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("HELPDESK_HTTP_HOST", service == ServiceKind.GATEWAY ? settings.gatewayHost() : Ports.LOOPBACK);
        variables.put("HELPDESK_HTTP_PORT", Integer.toString(settings.ports().of(service)));
        variables.put("HELPDESK_POSTGRES_HOST", database.host());
        variables.put("HELPDESK_POSTGRES_PORT", Integer.toString(database.port()));
        variables.put("HELPDESK_POSTGRES_DATABASE", service.database());
        variables.put("HELPDESK_POSTGRES_USER", database.user());
        variables.put("HELPDESK_POSTGRES_PASSWORD", database.password());
        variables.put("HELPDESK_KAFKA_BOOTSTRAP", kafka);
        variables.put("HELPDESK_SECRET", settings.value("HELPDESK_SECRET").orElseGet(secrets::shared));
        variables.put("HELPDESK_PUBLIC_URL", settings.publicUrl());
        variables.put("HELPDESK_JWKS_URL", jwksUrl());
        // Someone who tries the product does not want to wait a day for the first survey.
        preset(variables, "HELPDESK_SURVEY_DELAY", "PT0S");
        preset(variables, "HELPDESK_SURVEY_QUIET_PERIOD", "PT0S");
        // There is no other process that requests could be led to while one stops.
        preset(variables, "HELPDESK_SHUTDOWN_DELAY", "0s");
        // Otherwise each thread may claim memory of its own from the C library: tens of megabytes a process.
        preset(variables, "MALLOC_ARENA_MAX", "2");
        if (service == ServiceKind.GATEWAY) {
            addGateway(variables);
        }
        return variables;
    }

    private void addGateway(Map<String, String> variables) {
        AdminPassword.of(settings.data(), settings.value(AdminPassword.VARIABLE))
                .ifPresent(password -> variables.put(AdminPassword.VARIABLE, password));
        // Everybody on this machine has one address, and measures with one account.
        preset(variables, "HELPDESK_LIMITS", "false");
        // On a few processors that all parts share, answers come late for many reasons; a burst is no overload there.
        preset(variables, "HELPDESK_OVERLOAD_LEAST", "320");
        for (ServiceKind service : ServiceKind.values()) {
            if (service != ServiceKind.GATEWAY) {
                // Beside that of the stack there may be others.
                preset(
                        variables,
                        service.addressVariable(),
                        "http://%s:%d"
                                .formatted(Ports.LOOPBACK, settings.ports().of(service)));
            }
        }
    }

    private String jwksUrl() {
        return "http://%s:%d/.well-known/jwks.json"
                .formatted(settings.gatewayLocalHost(), settings.ports().first());
    }

    private void preset(Map<String, String> variables, String name, String value) {
        variables.put(name, settings.value(name).orElse(value));
    }
}
