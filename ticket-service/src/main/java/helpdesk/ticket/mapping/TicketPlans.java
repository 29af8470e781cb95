package helpdesk.ticket.mapping;

import helpdesk.platform.mapping.EventDocument;
import helpdesk.platform.mapping.EventTemplate;
import helpdesk.platform.mapping.EventTemplate.Filled;
import helpdesk.platform.mapping.MappingRefusal;
import helpdesk.ticket.TicketProblem;
import helpdesk.ticket.catalogue.Catalogue;
import helpdesk.ticket.catalogue.TopicTree;
import helpdesk.ticket.customers.KnownCustomers;
import helpdesk.ticket.ticketing.Handle;
import helpdesk.ticket.ticketing.OpenTicket;
import helpdesk.ticket.ticketing.RequesterRequest;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What mappings make of events. They only read, so that one that can do nothing with an event hinders no other. */
@ApplicationScoped
class TicketPlans {

    private static final String NETWORK = "integration";
    private static final int LONGEST_SUBJECT = 300;
    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_RESOLUTION = 10_000;
    private static final int LONGEST_KEY = 1_000;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST_TAG = 50;

    private final Catalogue catalogue;
    private final KnownCustomers customers;
    private final Validator validator;

    TicketPlans(Catalogue catalogue, KnownCustomers customers, Validator validator) {
        this.catalogue = catalogue;
        this.customers = customers;
        this.validator = validator;
    }

    /**
     * By what this matter is told from others.
     *
     * @throws MappingRefusal when the event does not say: then all that do not would be one matter
     */
    static String key(TicketMappingBody mapping, EventDocument event) {
        Filled filled = EventTemplate.of(mapping.key()).fill(event, LONGEST_KEY);
        if (!filled.missing().isEmpty()) {
            throw MappingRefusal.invalid("key: The event has no %s, and the template no word for that."
                    .formatted(String.join(", ", filled.missing())));
        }
        if (filled.line() == null) {
            throw MappingRefusal.invalid("key: It is empty.");
        }
        return filled.text();
    }

    /** A text for staff to read; what the event does not say is left out. */
    static String text(String template, EventDocument event) {
        return EventTemplate.of(template).fill(event, LONGEST_TEXT).text();
    }

    /** How it was solved, as the event says; never empty. */
    static String resolution(Clearing clearing, EventDocument event) {
        String text = EventTemplate.of(clearing.resolution())
                .fill(event, LONGEST_RESOLUTION)
                .text();
        return text.isBlank() ? Clearing.DEFAULT : text;
    }

    /**
     * The ticket that this event opens.
     *
     * @throws MappingRefusal when it cannot be opened so
     */
    OpenTicket ticket(ActiveMapping mapping, EventDocument event) {
        MappedTicket template = mapping.body().ticket();
        String priority = line(template.priority(), event, LONGEST_VALUE);
        OpenTicket ticket = new OpenTicket(
                line(template.subject(), event, LONGEST_SUBJECT),
                text(template.description(), event),
                word(
                        "type",
                        line(template.type(), event, LONGEST_VALUE),
                        List.of(TicketType.values()),
                        TicketType::wireName),
                null,
                template.priorities().containsKey(Objects.requireNonNullElse(priority, ""))
                        ? template.priorities().get(priority)
                        : word("priority", priority, List.of(Priority.values()), Priority::wireName),
                requester(mapping, event),
                null,
                tags(template.tags(), event),
                line(template.category(), event, LONGEST_VALUE),
                null,
                null);
        requirePossible(ticket);
        return ticket;
    }

    private void requirePossible(OpenTicket ticket) {
        String faults = validator.validate(ticket).stream()
                .sorted((one, other) -> path(one).compareTo(path(other)))
                .map(fault -> path(fault) + ": " + fault.getMessage())
                .collect(Collectors.joining(" "));
        if (!faults.isEmpty()) {
            throw MappingRefusal.invalid(faults);
        }
        if (ticket.category() != null && !catalogue.has(TopicTree.CATEGORY, ticket.category())) {
            throw MappingRefusal.of(
                    TicketProblem.TOPIC_UNKNOWN,
                    "category: This is no active category. See GET /api/v1/ticket-categories.");
        }
        UUID customer = ticket.requester().customerId();
        if (customer != null && customers.findByIdOptional(customer).isEmpty()) {
            throw MappingRefusal.of(TicketProblem.UNKNOWN_CUSTOMER, "requester.customerId: No customer has this id.");
        }
    }

    private static String path(ConstraintViolation<OpenTicket> fault) {
        return fault.getPropertyPath().toString();
    }

    private static RequesterRequest requester(ActiveMapping mapping, EventDocument event) {
        MappedRequester template = mapping.body().ticket().requester();
        if (template == null) {
            // By the handle all tickets of a mapping are one requester's, and not each somebody new.
            Handle handle = mapping.id() == null
                    ? null
                    : new Handle(NETWORK, mapping.id().toString());
            return new RequesterRequest(null, mapping.body().name(), null, null, handle);
        }
        return new RequesterRequest(
                customerId(line(template.customerId(), event, LONGEST_VALUE)),
                line(template.name(), event, LONGEST_VALUE),
                line(template.email(), event, LONGEST_VALUE + LONGEST_VALUE),
                line(template.phone(), event, LONGEST_VALUE),
                null);
    }

    private static UUID customerId(String text) {
        try {
            return text == null ? null : UUID.fromString(text);
        } catch (IllegalArgumentException notAnId) {
            throw MappingRefusal.invalid(
                    "requester.customerId: This is no id of a customer. Give the mail address instead.");
        }
    }

    private static List<String> tags(Collection<String> templates, EventDocument event) {
        return templates.stream()
                .map(template -> line(template, event, LONGEST_TAG))
                .filter(Objects::nonNull)
                .map(tag -> tag.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "-"))
                .toList();
    }

    /** On one line; null when nothing was asked for, or nothing can be seen. */
    private static String line(String template, EventDocument event, int longest) {
        return template == null
                ? null
                : EventTemplate.of(template).fill(event, longest).line();
    }

    private static <T> T word(String field, String text, Collection<T> known, Function<T, String> name) {
        return known.stream()
                .filter(one -> name.apply(one).equals(text))
                .findFirst()
                .orElseThrow(() -> MappingRefusal.invalid(field + ": " + unknown(known, name)));
    }

    private static <T> String unknown(Collection<T> known, Function<T, String> name) {
        return "It is none of %s.".formatted(known.stream().map(name).collect(Collectors.joining(", ")));
    }

    /** Whether a template is the same text for each event, so that it can be held against what is known at once. */
    static boolean isFixed(String template) {
        return EventTemplate.of(template).isFixed();
    }

    /** What is wrong with the type, whatever comes. */
    static Optional<String> typeFault(MappedTicket ticket) {
        return fault(ticket.type(), List.of(TicketType.values()), TicketType::wireName);
    }

    /** What is wrong with the priority, whatever comes. */
    static Optional<String> priorityFault(MappedTicket ticket) {
        return fault(ticket.priority(), List.of(Priority.values()), Priority::wireName)
                .filter(fault -> !ticket.priorities().containsKey(ticket.priority()));
    }

    private static <T> Optional<String> fault(String template, Collection<T> known, Function<T, String> name) {
        boolean fits = !isFixed(template) || known.stream().map(name).anyMatch(template.strip()::equals);
        return fits ? Optional.empty() : Optional.of(unknown(known, name));
    }
}
