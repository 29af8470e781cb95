package helpdesk.local.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a process was started with. */
public final class CommandLines {

    private CommandLines() {}

    /** @return program and arguments; empty if the process is gone or may not be looked at */
    public static List<String> of(ProcessHandle process) {
        Path linux = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (Files.isReadable(linux)) {
            try {
                // ProcessHandle gives up on command lines longer than a page; the kernel's file is whole.
                String words = new String(Files.readAllBytes(linux), StandardCharsets.UTF_8);
                return words.isEmpty() ? List.of() : List.of(words.split("\0"));
            } catch (IOException gone) {
                return List.of();
            }
        }
        List<String> words = new ArrayList<>();
        process.info().command().ifPresent(words::add);
        process.info().arguments().map(List::of).ifPresent(words::addAll);
        return List.copyOf(words);
    }

    /** @return the running processes, other than this one, that were started with all of these words among their arguments */
    public static List<ProcessHandle> processesWith(List<String> words) {
        long self = ProcessHandle.current().pid();
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != self)
                .filter(process -> of(process).containsAll(words))
                .toList();
    }
}
