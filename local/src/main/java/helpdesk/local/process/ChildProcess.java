package helpdesk.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts and ends processes of the stack: own session, no input, output appended to a log file. */
public final class ChildProcess {

    private ChildProcess() {}

    /**
     * Starts a process in a session of its own.
     *
     * @param command program and arguments, never with a secret among them: everyone on the machine can read them
     * @param environment variables set in addition to those of this process
     * @param log file its output is appended to; its folder is created
     * @throws StartFailure if the program can't be executed or the log can't be written
     */
    public static Process start(List<String> command, Map<String, String> environment, Path log) {
        List<String> words = new ArrayList<>(OwnSession.prefix());
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // A value given here also wins over a file that the caller named for it.
        builder.environment().keySet().removeIf(name -> environment.containsKey(name.replaceAll("_FILE$", "")));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return builder.start();
        } catch (IOException e) {
            throw new StartFailure("%s can't be started: %s.".formatted(command.getFirst(), e.getMessage()), e);
        }
    }

    /**
     * Asks a process to end and kills it if it doesn't. Returns at once if it is gone already.
     *
     * @param signal what to ask with, without {@code SIG}: {@code TERM} for most, {@code INT} for a fast stop of PostgreSQL
     * @param patience how long to wait before killing
     * @return true if it ended by itself, false if it had to be killed
     */
    public static boolean stop(ProcessHandle process, String signal, Duration patience) {
        if (!process.isAlive()) {
            return true;
        }
        Signals.send(process.pid(), signal);
        if (ended(process, patience)) {
            return true;
        }
        process.destroyForcibly();
        ended(process, Duration.ofSeconds(5));
        return false;
    }

    /** Goes on waiting when interrupted, because an interrupted thread is often one that has been told to clean up. */
    private static boolean ended(ProcessHandle process, Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        boolean interrupted = false;
        while (process.isAlive() && Instant.now().isBefore(deadline)) {
            try {
                process.onExit().get(Duration.between(Instant.now(), deadline).toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException stopped) {
                interrupted = true;
            } catch (ExecutionException | TimeoutException stillThere) {
                break;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !process.isAlive();
    }
}
