package helpdesk.ticket.channel;

import java.util.regex.Pattern;

/** What networks are called. */
final class NetworkName {

    static final String FORM = "[a-z0-9-]{1,50}";
    static final String MESSAGE = "Name the network in 1 to 50 lower case letters, digits and dashes: facebook.";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    private NetworkName() {}

    static boolean fits(String name) {
        return PATTERN.matcher(name).matches();
    }
}
