package helpdesk.local.kafka;

import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.CommandLines;
import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A Kafka broker with its controller in one process (KRaft, a single node), listening on 127.0.0.1 only. Its logs and its
 * cluster id are kept from start to start. The JVM that starts it has to close it: a JVM that ends without doing so leaves it
 * running, and the next start on the same data stops it first.
 */
public final class KafkaBroker implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(KafkaBroker.class.getName());

    private static final Duration START_PATIENCE = Duration.ofSeconds(90);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration CACHE_PATIENCE = Duration.ofMinutes(2);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int ATTEMPTS_FOR_ANY_PORT = 4;

    private final KafkaSettings settings;
    private final DirectoryLock lock;
    private final Process process;

    private KafkaBroker(KafkaSettings settings, DirectoryLock lock, Process process) {
        this.settings = settings;
        this.lock = lock;
        this.process = process;
    }

    /**
     * Starts a broker and waits until it answers clients.
     *
     * @throws StartFailure if it can't be started; the message says why and what to do
     */
    public static KafkaBroker start(KafkaSettings settings) {
        return start(settings, notice -> LOG.log(System.Logger.Level.INFO, notice));
    }

    /**
     * Starts a broker and waits until it answers clients.
     *
     * @param notices told in a sentence what was repaired on the way, such as an orphan that was stopped
     * @throws StartFailure if it can't be started; the message says why and what to do
     */
    public static KafkaBroker start(KafkaSettings settings, Consumer<String> notices) {
        return start(settings, KafkaCommand::server, notices);
    }

    /**
     * Runs a broker once so that later ones, whatever their data, start in half the time: what its JVM learns is kept beside the
     * jars. Does nothing if that is there and still fits.
     *
     * @param settings of a broker on data that is thrown away
     * @throws StartFailure if it can't be started
     */
    public static void prepareQuickStart(KafkaSettings settings) {
        KafkaCommand command = new KafkaCommand(settings);
        if (command.cache().fits()) {
            return;
        }
        KafkaBroker broker = start(settings, KafkaCommand::serverMakingCache, notice -> {});
        ChildProcess.stop(broker.process.toHandle(), "TERM", CACHE_PATIENCE);
        broker.close();
        command.cache().accept();
    }

    private static KafkaBroker start(
            KafkaSettings settings, Function<KafkaCommand, List<String>> starting, Consumer<String> notices) {
        new KafkaCommand(settings).requireLibraries();
        DirectoryLock lock = DirectoryLock.tryHold(settings.lockFile())
                .orElseThrow(
                        () -> new StartFailure("The Kafka logs in %s are in use by process %s: stop that one first."
                                .formatted(
                                        settings.dataDirectory(),
                                        DirectoryLock.lastHolder(settings.lockFile())
                                                .map(String::valueOf)
                                                .orElse("(unknown)"))));
        try {
            stopUnattended(settings, notices);
            return startLocked(settings, starting, lock);
        } catch (RuntimeException failed) {
            lock.close();
            throw failed;
        }
    }

    private static KafkaBroker startLocked(
            KafkaSettings wanted, Function<KafkaCommand, List<String>> starting, DirectoryLock lock) {
        for (int attempt = 1; ; attempt++) {
            KafkaSettings settings = withDefinitePorts(wanted);
            KafkaCommand command = new KafkaCommand(settings);
            new KafkaConfiguration(settings).write();
            new KafkaStorage(settings).formatOnce(command);
            long logStart = LogTail.end(settings.logFile());
            Process process = ChildProcess.start(starting.apply(command), command.environment(), settings.logFile());
            try {
                awaitAnswer(settings, process, logStart);
                return new KafkaBroker(settings, lock, process);
            } catch (RuntimeException failed) {
                ChildProcess.stop(process.toHandle(), "KILL", STOP_PATIENCE);
                boolean chosenHere = wanted.port() == 0 || wanted.controllerPort() == 0;
                boolean portTaken = !Ports.isFree(settings.port()) || !Ports.isFree(settings.controllerPort());
                if (!(chosenHere && portTaken && attempt < ATTEMPTS_FOR_ANY_PORT)) {
                    throw failed;
                }
            }
        }
    }

    /** @return host and port for {@code bootstrap.servers} */
    public String bootstrap() {
        return Ports.LOOPBACK + ":" + settings.port();
    }

    /** @return the port of 127.0.0.1 clients connect to */
    public int port() {
        return settings.port();
    }

    /** @return the id of the broker's process */
    public long pid() {
        return process.pid();
    }

    /** @return the broker's process */
    public Process process() {
        return process;
    }

    /** @return false once the broker has ended, for whatever reason */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Stops the broker in order and waits for its end; after 20 s it is killed, and recovers at its next start. */
    @Override
    public void close() {
        try {
            ChildProcess.stop(process.toHandle(), "TERM", STOP_PATIENCE);
        } finally {
            lock.close();
        }
    }

    private static KafkaSettings withDefinitePorts(KafkaSettings wanted) {
        int port = wanted.port() == 0 ? Ports.anyFree() : wanted.port();
        int controllerPort = wanted.controllerPort();
        while (controllerPort == 0 || controllerPort == port) {
            controllerPort = Ports.anyFree();
        }
        return wanted.onPorts(port, controllerPort);
    }

    /**
     * Stops a broker that a killed process left behind on a data directory, if there is one. A broker that somebody still looks
     * after is left alone.
     *
     * @param notices told in a sentence what was stopped
     */
    public static void stopOrphan(Path dataDirectory, Consumer<String> notices) {
        KafkaSettings settings = new KafkaSettings(dataDirectory, 0, 0, dataDirectory, 1, dataDirectory);
        if (!Files.isDirectory(settings.dataDirectory())) {
            return;
        }
        DirectoryLock.tryHold(settings.lockFile()).ifPresent(lock -> {
            try (lock) {
                stopUnattended(settings, notices);
            }
        });
    }

    /** The caller holds the lock of the directory, so a broker that is found belongs to nobody. */
    private static void stopUnattended(KafkaSettings settings, Consumer<String> notices) {
        List<String> words = List.of(KafkaCommand.SERVER, new KafkaCommand(settings).mark());
        for (ProcessHandle process : CommandLines.processesWith(words)) {
            notices.accept("A Kafka broker of an earlier run (process %d) still served %s; it was stopped first."
                    .formatted(process.pid(), settings.dataDirectory()));
            ChildProcess.stop(process, "TERM", STOP_PATIENCE);
        }
    }

    private static void awaitAnswer(KafkaSettings settings, Process process, long logStart) {
        Instant deadline = Instant.now().plus(START_PATIENCE);
        try {
            while (Instant.now().isBefore(deadline)) {
                if (process.waitFor(BETWEEN_PROBES)) {
                    throw KafkaTrouble.of("Kafka ended while starting", settings, logStart);
                }
                if (KafkaProbe.answersHere(settings.port())) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while Kafka was starting.", stopped);
        }
        throw KafkaTrouble.of(
                "Kafka did not answer within %d s".formatted(START_PATIENCE.toSeconds()), settings, logStart);
    }

    /** Names the broker. */
    @Override
    public String toString() {
        return "KafkaBroker[%s, port %d, process %d]".formatted(settings.dataDirectory(), port(), pid());
    }
}
