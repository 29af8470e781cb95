package helpdesk.local.process;

import java.util.List;

/** Signals that {@link ProcessHandle} can't send. */
public final class Signals {

    private Signals() {}

    /**
     * Sends a signal; a process that is gone already is no error.
     *
     * @param signal its name without {@code SIG}, such as {@code INT}
     */
    public static void send(long pid, String signal) {
        // The shell's builtin is there on every POSIX system; /bin/kill is not.
        Programs.succeeds(List.of("/bin/sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null"));
    }
}
