package helpdesk.local.process;

import java.util.List;
import java.util.Optional;

/**
 * Starts a command in a session of its own. Ctrl-C reaches every process of the terminal's foreground group at once: without
 * this the database would stop while the services still need it, and the launcher could not stop its parts in order.
 */
public final class OwnSession {

    private static final List<String> PREFIX = prefixOfThisMachine();

    private OwnSession() {}

    /** @return words to put before a command; each of the ways ends in {@code exec}, so the process id stays the same */
    public static List<String> prefix() {
        return PREFIX;
    }

    private static List<String> prefixOfThisMachine() {
        Optional<List<String>> setsid = Programs.find("setsid").map(program -> List.of(program.toString()));
        if (setsid.isPresent()) {
            return setsid.get();
        }
        return Programs.find("perl")
                .map(perl -> List.of(
                        perl.toString(),
                        "-MPOSIX",
                        "-e",
                        "POSIX::setsid(); exec { $ARGV[0] } @ARGV; die \"$ARGV[0]: $!\\n\"",
                        "--"))
                .orElseGet(() -> List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
    }
}
