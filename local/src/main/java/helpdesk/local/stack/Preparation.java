package helpdesk.local.stack;

import helpdesk.local.console.Console;
import helpdesk.local.kafka.KafkaBroker;
import helpdesk.local.kafka.KafkaSettings;
import helpdesk.local.postgres.PostgresServer;
import helpdesk.local.postgres.PostgresSettings;
import helpdesk.local.process.AotCache;
import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.Part;
import helpdesk.local.process.Part.RunningPart;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Makes later starts quick: runs a whole stack once on data that is thrown away, lets it do some work, and keeps what the JVMs
 * learned. What was made before and still fits is left as it is.
 */
public final class Preparation {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int MAX_CONNECTIONS = 100;
    private static final int KAFKA_HEAP_MEGABYTES = 256;

    /** Writing a cache takes two cores and some hundred megabytes: not all at once. */
    private static final int CACHES_AT_ONCE = 2;

    /** Six caches of 130 MB, and some for the data. */
    private static final long BYTES_NEEDED = 1500L * 1024 * 1024;

    private final StackSettings settings;
    private final StackParts parts;
    private final Console console;
    private final Consumer<StackSettings> exercise;

    /**
     * @param root the built source tree
     * @param console told how far it is
     * @param exercise lets the running stack do some work
     */
    public Preparation(Path root, Console console, Consumer<StackSettings> exercise) {
        DataDirectory scratch =
                new DataDirectory(root.resolve("target").resolve("quick-start").toAbsolutePath());
        new Orphans(scratch, console::line).stop();
        FileTree.delete(scratch.root());
        scratch.create();
        this.settings = new StackSettings(root, scratch, PortPlan.anyFree(), Map.of());
        this.parts = new StackParts(settings, Secrets.of(scratch.secrets()), console::line);
        this.console = console;
        this.exercise = exercise;
    }

    /**
     * Does it; takes about a minute.
     *
     * @throws StartFailure if the stack can't be started
     */
    public void run() {
        requireSpace();
        Thread killer = new Thread(() -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly));
        Runtime.getRuntime().addShutdownHook(killer);
        try {
            prepareKafka();
            if (!staleServices().isEmpty()) {
                prepareServices();
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(killer);
            FileTree.delete(settings.data().root());
        }
    }

    private void prepareKafka() {
        Instant begin = Instant.now();
        KafkaBroker.prepareQuickStart(kafka());
        tell(KafkaPart.NAME, begin);
    }

    private void prepareServices() {
        try (PostgresServer _ = PostgresServer.start(postgres());
                KafkaBroker _ = KafkaBroker.start(kafka())) {
            parts.databases().prepare();
            List<Running> running = together(Arrays.asList(ServiceKind.values()), this::start, Integer.MAX_VALUE);
            try {
                exercise.accept(settings);
            } finally {
                together(running, this::stopAndKeep, CACHES_AT_ONCE);
            }
        }
    }

    private Running start(ServiceKind service) {
        boolean stale = !parts.process(service).isPrepared();
        Part part = stale ? parts.serviceMakingCache(service) : parts.service(service, true);
        return new Running(service, stale, part.start(Instant.now().plus(PATIENCE), process -> {}));
    }

    private Running stopAndKeep(Running running) {
        Instant begin = Instant.now();
        ChildProcess.stop(running.part().process().toHandle(), "TERM", PATIENCE);
        AotCache cache = parts.process(running.service()).cache();
        if (running.stale() && cache.accept()) {
            tell(running.service().module(), begin);
        }
        return running;
    }

    private List<ServiceKind> staleServices() {
        return Arrays.stream(ServiceKind.values())
                .filter(service -> !parts.process(service).isPrepared())
                .toList();
    }

    private PostgresSettings postgres() {
        return new PostgresSettings(
                settings.data().postgres(),
                settings.ports().postgres(),
                false,
                MAX_CONNECTIONS,
                parts.secrets().superuserPassword(),
                settings.data().log(PostgresPart.NAME));
    }

    private KafkaSettings kafka() {
        return new KafkaSettings(
                settings.data().kafka(),
                settings.ports().kafka(),
                settings.ports().kafkaController(),
                SourceTree.kafkaLibraries(settings.root()),
                KAFKA_HEAP_MEGABYTES,
                settings.data().log(KafkaPart.NAME));
    }

    private void requireSpace() {
        try {
            if (Files.getFileStore(settings.root()).getUsableSpace() < BYTES_NEEDED) {
                throw new StartFailure(
                        "There is too little space on the disk of %s to prepare quick starts: %d MB are needed."
                                .formatted(settings.root(), BYTES_NEEDED / 1024 / 1024));
            }
        } catch (IOException e) {
            throw new StartFailure("%s can't be looked at.".formatted(settings.root()), e);
        }
    }

    private void tell(String part, Instant begin) {
        console.line("  %-22sprepared%9s".formatted(part, Console.seconds(Duration.between(begin, Instant.now()))));
    }

    /** Each of them is tried, also when another fails; then the first failure is thrown. */
    private static <A, B> List<B> together(List<A> all, Function<A, B> step, int atOnce) {
        List<B> done = new ArrayList<>();
        RuntimeException failure = null;
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(atOnce, all.size()))) {
            List<Future<B>> futures = all.stream()
                    .map(one -> threads.submit(() -> step.apply(one)))
                    .toList();
            for (Future<B> future : futures) {
                try {
                    done.add(future.get());
                } catch (ExecutionException e) {
                    failure = e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (InterruptedException stopped) {
                    Thread.currentThread().interrupt();
                    failure = new StartFailure("Interrupted while quick starts were being prepared.", stopped);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
        return done;
    }

    /** A service of the scratch stack; a stale one makes its cache when it ends. */
    private record Running(ServiceKind service, boolean stale, RunningPart part) {}
}
