package helpdesk.ticket.inbound;

import helpdesk.ticket.ticketing.WinBack;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;

/**
 * What ticket-service reads of a customer who stays away.
 *
 * @param what what was subscribed to; null of visits
 * @param lastOn the last day of the subscription, or of the last visit
 * @param name what the customer likes to be called
 * @param tell whether they are told that they are missed
 */
record Lapsed(
        UUID customerId,
        UUID lapseId,
        String rule,
        String because,
        String what,
        LocalDate lastOn,
        String name,
        UUID owner,
        String group,
        boolean tell) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    Lapsed {
        Objects.requireNonNull(customerId, "customerId is missing");
        Objects.requireNonNull(lapseId, "lapseId is missing");
        Objects.requireNonNull(rule, "rule is missing");
        Objects.requireNonNull(because, "because is missing");
        Objects.requireNonNull(lastOn, "lastOn is missing");
        Objects.requireNonNull(name, "name is missing");
    }

    /** As the ticket of this customer, in whom the one that is named may go on. */
    WinBack winBack(UUID customer) {
        return new WinBack(lapseId, customer, customerId, name, story(), owner, group);
    }

    private String story() {
        return "%s stays away. The rule “%s” says so: %s".formatted(name, rule, reason()) + "\n\n" + task();
    }

    private String reason() {
        String day = DAY.format(lastOn);
        String subscription = what == null ? "a subscription" : "the subscription “%s”".formatted(what);
        return switch (because) {
            case "subscription_ended" -> "%s ended on %s and was not renewed.".formatted(subscription, day);
            case "subscription_cancelled" -> "%s was cancelled, with %s as its last day.".formatted(subscription, day);
            case "no_visits" -> "no visit has come since %s.".formatted(day);
            // A reason that a newer producer added.
            default -> "the last day was %s.".formatted(day);
        };
    }

    private String task() {
        String message = tell ? " A message tells them so, too, where they may be written to." : "";
        return "Tell them that they are missed.%s Ask what was missing, and what would bring them back."
                .formatted(message);
    }
}
