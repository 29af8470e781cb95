package helpdesk.local.stack;

import helpdesk.local.kafka.KafkaSettings;
import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.postgres.PostgresSettings;
import helpdesk.local.process.Part;
import helpdesk.local.process.Ports;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.service.ServicePart;
import helpdesk.local.service.ServiceProcess;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes the parts of a stack from its settings.
 *
 * @param settings of the stack
 * @param secrets of the stack
 * @param notices told in a sentence what was repaired on the way
 */
record StackParts(StackSettings settings, Secrets secrets, Consumer<String> notices) {

    private static final int MAX_CONNECTIONS = 100;
    private static final int KAFKA_HEAP_MEGABYTES = 256;

    Part postgres() {
        PostgresSettings server = new PostgresSettings(
                settings.data().postgres(),
                settings.ports().postgres(),
                true,
                MAX_CONNECTIONS,
                secrets.superuserPassword(),
                log(PostgresPart.NAME));
        return new PostgresPart(server, databases(), notices);
    }

    Part kafka() {
        KafkaSettings broker = new KafkaSettings(
                settings.data().kafka(),
                settings.ports().kafka(),
                settings.ports().kafkaController(),
                SourceTree.kafkaLibraries(settings.root()),
                KAFKA_HEAP_MEGABYTES,
                log(KafkaPart.NAME));
        return new KafkaPart(broker, notices);
    }

    /** @param ownRole whether it connects as the owner of its database, or as the role that was given for all */
    Part service(ServiceKind service, boolean ownRole) {
        return service(service, ownRole, process(service).command());
    }

    /** A service that makes its cache when it ends. */
    Part serviceMakingCache(ServiceKind service) {
        return service(service, true, process(service).makingCache());
    }

    private Part service(ServiceKind service, boolean ownRole, List<String> command) {
        PostgresAddress database = ownRole ? databases().ownerOf(service) : server();
        Map<String, String> variables =
                new LinkedHashMap<>(new ServiceEnvironment(settings, secrets).of(service, database, bootstrap()));
        variables.putAll(process(service).environment());
        return new ServicePart(
                service.module(),
                service == ServiceKind.GATEWAY ? settings.gatewayLocalHost() : Ports.LOOPBACK,
                settings.ports().of(service),
                command,
                variables,
                log(service.module()));
    }

    /** Another process of a service, beside that of the stack. */
    Part replica(ServiceKind service, String name, int port, PostgresAddress database) {
        Map<String, String> variables =
                new LinkedHashMap<>(new ServiceEnvironment(settings, secrets).of(service, database, bootstrap()));
        variables.put("HELPDESK_HTTP_PORT", Integer.toString(port));
        variables.putAll(process(service).environment());
        return new ServicePart(name, Ports.LOOPBACK, port, process(service).command(), variables, log(name));
    }

    ServiceProcess process(ServiceKind service) {
        List<String> options =
                ServiceProcess.options(settings.value("HELPDESK_JAVA_OPTIONS").orElse(""));
        return new ServiceProcess(service, settings.root(), settings.data().root(), options);
    }

    ServiceDatabases databases() {
        return new ServiceDatabases(server(), secrets);
    }

    private PostgresAddress server() {
        return settings.givenPostgres()
                .orElseGet(() -> new PostgresAddress(
                        Ports.LOOPBACK,
                        settings.ports().postgres(),
                        PostgresServer.SUPERUSER,
                        secrets.superuserPassword()));
    }

    private String bootstrap() {
        return settings.givenKafka()
                .orElseGet(() -> Ports.LOOPBACK + ":" + settings.ports().kafka());
    }

    private Path log(String part) {
        settings.data().rotateLog(part);
        return settings.data().log(part);
    }
}
