package helpdesk.ticket.ticketing;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ticket numbers as people write them: {@code HD-1042}. */
public final class TicketNumber {

    private static final Pattern WRITTEN = Pattern.compile("(?i)HD-([1-9][0-9]{0,17})");

    private TicketNumber() {}

    public static String display(long number) {
        return "HD-" + number;
    }

    /** The number in the text, when it is written like one. */
    static OptionalLong parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        return written.matches() ? OptionalLong.of(Long.parseLong(written.group(1))) : OptionalLong.empty();
    }
}
