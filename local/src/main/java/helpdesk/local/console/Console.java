package helpdesk.local.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Where the launcher speaks to a person. Lines of different threads never mix; colour only on a terminal. */
public final class Console {

    private static final String RESET = "\u001b[0m";

    private final PrintStream out;
    private final boolean colours;

    /**
     * @param out where lines go
     * @param colours whether escape sequences are understood there
     */
    public Console(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /** @return the standard output; coloured if the script saw a terminal and {@code NO_COLOR} is not set */
    public static Console standard() {
        boolean terminal = Boolean.getBoolean("helpdesk.terminal") && System.getenv("NO_COLOR") == null;
        return new Console(System.out, terminal);
    }

    /** Prints a line. */
    public synchronized void line(String text) {
        out.println(text);
        out.flush();
    }

    /** Prints an empty line. */
    public void line() {
        line("");
    }

    /** @return whether {@link #rewrite} can take back what it printed */
    public boolean canRewrite() {
        return colours;
    }

    /** Puts a text in the place of the one printed by the last call of this; an empty one ends that. */
    public synchronized void rewrite(String text) {
        out.print("\r\u001b[K" + text);
        out.flush();
    }

    /** Prints something that went well. */
    public String good(String text) {
        return painted("\u001b[32m", text);
    }

    /** Prints something that went wrong. */
    public String bad(String text) {
        return painted("\u001b[31m", text);
    }

    /** Prints something that matters more than the rest of its line. */
    public String strong(String text) {
        return painted("\u001b[1m", text);
    }

    private String painted(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }

    /** @return seconds with one decimal, such as {@code 3.4 s} */
    public static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
