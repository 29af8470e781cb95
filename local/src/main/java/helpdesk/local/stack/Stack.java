package helpdesk.local.stack;

import helpdesk.local.console.Console;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A whole stack: PostgreSQL and Kafka, unless others are to be used, and the five services. The caller holds the lock of the
 * data directory.
 */
public final class Stack {

    private final StackSettings settings;
    private final StackParts parts;
    private final Console console;
    private final StackJournal journal;
    private final PartListener listener;
    private final Map<ServiceKind, Supervisor> services = new EnumMap<>(ServiceKind.class);
    private Supervisor postgres;
    private Supervisor kafka;
    private boolean stopping;

    /** @param console told what becomes of the parts */
    public Stack(StackSettings settings, Console console) {
        this.settings = settings;
        this.console = console;
        this.parts = new StackParts(settings, Secrets.of(settings.data().secrets()), console::line);
        this.journal =
                new StackJournal(settings.data().state(), settings.ports().first(), settings.localUrl(), console);
        this.listener = new StackReport(console, journal);
    }

    /**
     * Starts everything and waits until all of it serves.
     *
     * @throws StartFailure if a part does not; the caller then stops the stack
     */
    public void start() {
        expectAll();
        Instant deadline = Instant.now().plus(settings.startTimeout());
        CompletableFuture<Void> broker = startKafka(deadline);
        // Services do without Kafka for a while, but not without their databases.
        CompletableFuture<Void> applications =
                startPostgres(deadline).thenCompose(ownRoles -> startServices(ownRoles, deadline));
        awaitAll(List.of(broker, applications));
    }

    /** @return whether each service starts from a cache that fits what has been built */
    public boolean startsQuickly() {
        return Arrays.stream(ServiceKind.values())
                .allMatch(service -> parts.process(service).isPrepared());
    }

    /** Notes for the other commands that everything of the start is done. */
    public void announceReady() {
        journal.ready(true);
    }

    /** Stops everything in order: the gateway, so that nothing new comes in, the services, Kafka, PostgreSQL. */
    public void stop() {
        Collection<Supervisor> applications;
        synchronized (this) {
            if (stopping) {
                return;
            }
            stopping = true;
            applications = List.copyOf(services.values());
        }
        journal.ready(false);
        stop(services.get(ServiceKind.GATEWAY));
        stopTogether(applications);
        stop(kafka);
        stop(postgres);
    }

    private static void stop(Supervisor supervisor) {
        if (supervisor != null) {
            supervisor.stop();
        }
    }

    private static void stopTogether(Collection<Supervisor> supervisors) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            supervisors.forEach(supervisor -> threads.submit(supervisor::stop));
        }
    }

    private void expectAll() {
        if (settings.givenPostgres().isEmpty()) {
            journal.expect(PostgresPart.NAME, settings.ports().postgres());
        }
        if (settings.givenKafka().isEmpty()) {
            journal.expect(KafkaPart.NAME, settings.ports().kafka());
        }
        for (ServiceKind service : ServiceKind.values()) {
            journal.expect(service.module(), settings.ports().of(service));
        }
    }

    /** @return whether the services have roles of their own, once the databases are there */
    private synchronized CompletableFuture<Boolean> startPostgres(Instant deadline) {
        if (settings.givenPostgres().isPresent()) {
            console.line("  %-22syours, %s"
                    .formatted(PostgresPart.NAME, settings.givenPostgres().get()));
            return CompletableFuture.completedFuture(parts.databases().prepare());
        }
        requireGoing();
        postgres = new Supervisor(parts.postgres(), listener, deadline);
        return postgres.start().thenApply(ready -> true);
    }

    private synchronized CompletableFuture<Void> startKafka(Instant deadline) {
        if (settings.givenKafka().isPresent()) {
            console.line("  %-22syours, %s"
                    .formatted(KafkaPart.NAME, settings.givenKafka().get()));
            new KafkaAddress(settings.givenKafka().get()).requireReachable();
            return CompletableFuture.completedFuture(null);
        }
        requireGoing();
        kafka = new Supervisor(parts.kafka(), listener, deadline);
        return kafka.start();
    }

    private synchronized CompletableFuture<Void> startServices(boolean ownRoles, Instant deadline) {
        requireGoing();
        for (ServiceKind service : ServiceKind.values()) {
            services.put(service, new Supervisor(parts.service(service, ownRoles), listener, deadline));
        }
        return allOf(services.values().stream().map(Supervisor::start));
    }

    private void requireGoing() {
        if (stopping) {
            throw new StartFailure("The stack is being stopped.");
        }
    }

    /** The first failure ends the waiting: there is no use in waiting for the others. */
    private static void awaitAll(List<CompletableFuture<Void>> starts) {
        try {
            allOf(starts.stream()).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailure failure ? failure : e;
        }
    }

    private static CompletableFuture<Void> allOf(Stream<CompletableFuture<Void>> starts) {
        List<CompletableFuture<Void>> list = starts.toList();
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        list.forEach(start -> start.whenComplete((done, problem) -> {
            if (problem != null) {
                outcome.completeExceptionally(problem instanceof CompletionException e ? e.getCause() : problem);
            }
        }));
        CompletableFuture.allOf(list.toArray(CompletableFuture[]::new)).thenRun(() -> outcome.complete(null));
        return outcome;
    }
}
