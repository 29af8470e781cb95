package helpdesk.notification.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.inbox.IncomingEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Events about somebody who is forgotten are not handed on, but for those that tell just that. */
@ApplicationScoped
class ErasedEvents {

    /** Of these no more is told than that somebody is forgotten. */
    static final Set<String> TOLD = Set.of(
            "org.helpdesk.customer.erasure-requested.v1",
            "org.helpdesk.customer.erased.v1",
            "org.helpdesk.personal-data.erased.v1");

    private static final List<String> ABOUT = List.of("customerId", "ticketId");

    private final ErasedSubjects erasedSubjects;

    ErasedEvents(ErasedSubjects erasedSubjects) {
        this.erasedSubjects = erasedSubjects;
    }

    /** Those that may be handed on. One statement. */
    List<IncomingEvent> without(List<IncomingEvent> events) {
        List<IncomingEvent> questionable =
                events.stream().filter(event -> !TOLD.contains(event.type())).toList();
        Set<UUID> erased = erasedSubjects.among(
                questionable.stream().flatMap(ErasedEvents::about).distinct().toList());
        if (erased.isEmpty()) {
            return events;
        }
        Set<IncomingEvent> about = questionable.stream()
                .filter(event -> about(event).anyMatch(erased::contains))
                .collect(Collectors.toSet());
        return events.stream().filter(event -> !about.contains(event)).toList();
    }

    private static Stream<UUID> about(IncomingEvent event) {
        JsonNode data = event.data(JsonNode.class);
        return Stream.concat(Stream.of(event.subject()), ABOUT.stream().map(field -> data.path(field)
                        .textValue()))
                .map(ErasedEvents::id)
                .flatMap(Optional::stream);
    }

    /** Others may name their subjects as they like. */
    private static Optional<UUID> id(String text) {
        try {
            return Optional.ofNullable(text).map(UUID::fromString);
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
