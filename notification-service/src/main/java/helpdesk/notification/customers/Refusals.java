package helpdesk.notification.customers;

import java.util.List;

/**
 * What a customer does not want to be told.
 *
 * @param all nothing but answers to their own requests
 * @param some purposes, or a purpose and a channel with a slash between: {@code surveys/sms}
 */
public record Refusals(boolean all, List<String> some) {

    public static final Refusals NONE = new Refusals(false, List.of());

    /** Whether they do not want to be told something for this purpose by this channel. */
    public boolean cover(String purpose, String channel) {
        return all || some.contains(purpose) || some.contains(purpose + "/" + channel);
    }
}
