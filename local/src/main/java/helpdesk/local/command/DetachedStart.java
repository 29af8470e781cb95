package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.process.ChildProcess;
import helpdesk.local.process.LogTail;
import helpdesk.local.process.Programs;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.StackSettings;
import helpdesk.local.stack.StackState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Starts a launcher in the background and shows what it says until its stack is ready.
 *
 * @param settings of the stack
 * @param console where it is shown
 */
record DetachedStart(StackSettings settings, Console console) {

    static final String LOG = "launcher";

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    /** @return 0 when the stack is ready, otherwise not 0 */
    int run(List<String> arguments) {
        settings.data().create();
        settings.data().rotateLog(LOG);
        Path log = settings.data().log(LOG);
        long shown = LogTail.end(log);
        Process launcher =
                ChildProcess.start(command(arguments), Map.of("CLASSPATH", System.getProperty("java.class.path")), log);
        Thread stopper = new Thread(launcher::destroy, "stopper");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            while (!isReady(launcher)) {
                boolean ended = launcher.waitFor(BETWEEN_LOOKS);
                shown = show(log, shown);
                if (ended) {
                    show(log, shown);
                    return Math.max(1, launcher.exitValue());
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted; the stack is being stopped.", stopped);
        }
        Runtime.getRuntime().removeShutdownHook(stopper);
        show(log, shown);
        new Welcome(settings, console, "").showPasswordOnce();
        return 0;
    }

    private List<String> command(List<String> arguments) {
        List<String> words = new ArrayList<>(List.of(
                Programs.java().toString(),
                "@" + settings.root().resolve("local/src/main/jvm/launcher.options"),
                "-Dhelpdesk.root=" + settings.root(),
                "helpdesk.local.Launcher"));
        words.addAll(arguments);
        return words;
    }

    private boolean isReady(Process launcher) {
        return StackState.read(settings.data().state())
                .filter(state -> state.launcherPid() == launcher.pid())
                .map(StackState::ready)
                .orElse(false);
    }

    private long show(Path log, long from) {
        long end = LogTail.end(log);
        LogTail.textFrom(log, from).lines().forEach(console::line);
        return end;
    }
}
