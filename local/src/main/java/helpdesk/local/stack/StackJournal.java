package helpdesk.local.stack;

import helpdesk.local.console.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Keeps the stack's state file up to date with what becomes of the parts. */
final class StackJournal {

    private final Path file;
    private final int port;
    private final String url;
    private final Console console;
    private final Map<String, PartState> parts = new LinkedHashMap<>();
    private boolean ready;

    StackJournal(Path file, int port, String url, Console console) {
        this.file = file;
        this.port = port;
        this.url = url;
        this.console = console;
    }

    synchronized void expect(String part, int partPort) {
        parts.putIfAbsent(part, PartState.expected(part, partPort));
        write();
    }

    synchronized void change(String part, UnaryOperator<PartState> change) {
        parts.computeIfPresent(part, (name, state) -> change.apply(state));
        write();
    }

    synchronized void ready(boolean value) {
        ready = value;
        write();
    }

    private void write() {
        StackState state = new StackState(ProcessHandle.current().pid(), ready, port, url, List.copyOf(parts.values()));
        try {
            state.write(file);
        } catch (IOException e) {
            // The parts go on without it; a full disk must not stop a stack that serves.
            console.line("%s can't be written (%s): 'status' shows an older state until there is space."
                    .formatted(file, e.getMessage()));
        }
    }
}
