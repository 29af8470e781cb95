package helpdesk.notification.delivery;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a mail server says, as a code: class, subject and detail (RFC 3463, RFC 5248). */
public record EnhancedStatus(String code) {

    private static final Pattern FORM = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
    private static final Pattern IN_REPLY = Pattern.compile("^\\d{3}[ -](" + FORM + ")\\b");

    /** Those of subject 1 that speak of whom a message comes from. */
    private static final Set<String> OF_SENDERS = Set.of("5.1.7", "5.1.8", "5.1.9");

    /**
     * The code.
     *
     * @throws IllegalArgumentException when it is none
     */
    public EnhancedStatus {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("An enhanced status code is like 5.1.1");
        }
    }

    /** The code of a report; where it tells none, or none that there is, that it failed for good. */
    public static EnhancedStatus told(String code) {
        return code != null && FORM.matcher(code).matches() ? new EnhancedStatus(code) : new EnhancedStatus("5.0.0");
    }

    /** The code in a server's reply, if it has one. */
    static Optional<EnhancedStatus> of(String reply) {
        Matcher found = IN_REPLY.matcher(reply);
        return found.find() ? Optional.of(new EnhancedStatus(found.group(1))) : Optional.empty();
    }

    /** Whether another attempt would end the same. */
    boolean isForGood() {
        return code.startsWith("5.");
    }

    /** Whether nothing at all arrives at the address: there is none such, or it is switched off. A full mailbox or a refused text says nothing of that. */
    boolean isOfDeadAddress() {
        return code.startsWith("5.1.") && !OF_SENDERS.contains(code) || code.equals("5.2.1");
    }
}
