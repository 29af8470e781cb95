package helpdesk.local.stack;

import helpdesk.local.console.Console;
import helpdesk.local.process.Part;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the person at the terminal, and the other commands, what becomes of the parts. */
final class StackReport implements PartListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Console console;
    private final StackJournal journal;
    private final Set<String> onceReady = ConcurrentHashMap.newKeySet();

    StackReport(Console console, StackJournal journal) {
        this.console = console;
        this.journal = journal;
    }

    @Override
    public void spawned(Part part, ProcessHandle process) {
        journal.change(part.name(), state -> state.spawned(process));
    }

    @Override
    public void ready(Part part, Duration after) {
        journal.change(part.name(), PartState::ready);
        if (onceReady.add(part.name())) {
            step(part, console.good("ready"), "ready", after);
        } else {
            console.line("%s %s is %s again after %s."
                    .formatted(now(), part.name(), console.good("ready"), Console.seconds(after)));
        }
    }

    @Override
    public void died(Part part, String reason, Duration wait) {
        journal.change(part.name(), PartState::died);
        console.line("%s %s %s. %s It is started again in %d s; its log is %s."
                .formatted(now(), part.name(), console.bad("is down"), reason, wait.toSeconds(), part.log()));
    }

    @Override
    public void stopped(Part part, Duration after) {
        journal.change(part.name(), PartState::stopped);
        step(part, "stopped", "stopped", after);
    }

    private void step(Part part, String painted, String plain, Duration after) {
        console.line("  %-22s%s%s%9s"
                .formatted(part.name(), painted, " ".repeat(8 - plain.length()), Console.seconds(after)));
    }

    private static String now() {
        return LocalTime.now().format(TIME);
    }
}
