package helpdesk.ticket.condition;

import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Origin;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a condition can be about. */
public enum ConditionField {
    TYPE("type", names(TicketType.values(), TicketType::wireName)),
    CHANNEL("channel", names(Channel.values(), Channel::wireName)),
    PRIORITY("priority", names(Priority.values(), Priority::wireName)),
    ORIGIN("origin", names(Origin.values(), Origin::wireName)),
    TIER("tier", Set.of("1", "2", "3")),
    STATUS("status", names(TicketStatus.values(), TicketStatus::wireName)),
    /** The id of the agent who has it. */
    ASSIGNEE("assignee", Set.of()),
    GROUP("group", Set.of()),
    TAG("tag", Set.of()),
    /** Whether we opened it ourselves, to see how a customer fares. */
    PROBE("probe", Set.of("true", "false")),
    /** A range of languages: {@code pt} means {@code pt-BR} too (RFC 4647, basic filtering). */
    LANGUAGE("language", Set.of()),
    /** A topic and all below it. */
    CATEGORY("category", Set.of()),
    /** A topic and all below it. */
    CAUSE("cause", Set.of()),
    /** What is behind the {@code @} of the requester's mail address. */
    EMAIL_DOMAIN("emailDomain", Set.of());

    /** Before the key of a custom field. */
    static final String CUSTOM_FIELD = "customFields.";

    private final String wireName;
    private final Set<String> choices;

    ConditionField(String wireName, Set<String> choices) {
        this.wireName = wireName;
        this.choices = choices;
    }

    static Optional<ConditionField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.wireName.equals(name))
                .findFirst();
    }

    /** Whether it is about how a ticket is filed: what policies and queues follow. */
    boolean isFiling() {
        return this != STATUS && this != ASSIGNEE;
    }

    /** The name that the history, and the ticket itself, have for it. */
    public String nameInTicket() {
        return switch (this) {
            case ASSIGNEE -> "assigneeId";
            case TAG -> "tags";
            default -> wireName;
        };
    }

    /** The names that conditions may use there, for whoever used another. */
    static String known(ConditionScope scope) {
        return Arrays.stream(values())
                        .filter(field -> scope != ConditionScope.FILING || field.isFiling())
                        .map(field -> field.wireName)
                        .collect(Collectors.joining(", "))
                + " or customFields. and a key";
    }

    /** The only values that it can have; empty where it can have any. */
    Set<String> choices() {
        return choices;
    }

    /** Whether a value is what a condition wants. */
    boolean matches(String wanted, String actual) {
        return switch (this) {
            case CATEGORY, CAUSE -> actual.equals(wanted) || actual.startsWith(wanted + "/");
            case LANGUAGE -> isWithin(wanted.toLowerCase(Locale.ROOT), actual.toLowerCase(Locale.ROOT));
            case EMAIL_DOMAIN, ASSIGNEE -> actual.equalsIgnoreCase(wanted);
            case TYPE, CHANNEL, PRIORITY, ORIGIN, TIER, STATUS, GROUP, TAG, PROBE -> actual.equals(wanted);
        };
    }

    private static boolean isWithin(String range, String tag) {
        return tag.equals(range) || tag.startsWith(range + "-");
    }

    private static <E> Set<String> names(E[] values, Function<E, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.toUnmodifiableSet());
    }
}
