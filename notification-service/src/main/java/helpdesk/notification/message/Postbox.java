package helpdesk.notification.message;

import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.notification.customers.KnownTickets;
import helpdesk.notification.customers.Owner;
import helpdesk.notification.customers.Refusals;
import helpdesk.notification.message.MessageRepository.Cause;
import helpdesk.notification.preference.Preference;
import helpdesk.notification.preference.Preferences;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.outbox.Outbox;
import helpdesk.platform.request.Causation;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes messages to customers, and to those who are asked about their tickets. All that a transaction posts is written together at its end, each message with the
 * causation of what it tells of. There is no server to send messages yet: each is kept, to be read over the
 * API. Another transport begins where {@link Message#keep} is called.
 */
@ApplicationScoped
public class Postbox {

    private final MessageRepository messages;
    private final MessageWriter writer;
    private final Preferences preferences;
    private final KnownCustomers customers;
    private final KnownTickets tickets;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;
    private final GatheredWork<Posted> post;

    Postbox(
            MessageRepository messages,
            MessageWriter writer,
            Preferences preferences,
            KnownCustomers customers,
            KnownTickets tickets,
            Successions successions,
            ErasedSubjects erasedSubjects,
            Outbox outbox,
            Causation causation,
            Clock clock,
            TransactionSynchronizationRegistry transactions) {
        this.messages = messages;
        this.writer = writer;
        this.preferences = preferences;
        this.customers = customers;
        this.tickets = tickets;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.outbox = outbox;
        this.causation = causation;
        this.clock = clock;
        this.post = new GatheredWork<>(transactions, this::deliver);
    }

    /** Posts a message, unless there is one of its kind for its cause, or it is of somebody who is forgotten. It is written before the transaction commits. */
    public void post(MessageDraft draft) {
        post.add(new Posted(
                draft,
                Owner.UNKNOWN,
                causation.correlationId(),
                causation.causationId(),
                causation.traceParent(),
                causation.actor()));
    }

    private void deliver(List<Posted> posted) {
        List<Posted> fresh = owned(withoutTold(posted));
        List<UUID> owners = fresh.stream()
                .map(item -> item.owner().id())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, KnownCustomer> profiles = customers.find(owners);
        Map<UUID, Preference> said = preferences.find(owners);
        Instant now = clock.instant();
        List<Message> written =
                fresh.stream().map(item -> write(item, profiles, said, now)).toList();
        List<MessageEvent> events = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            Posted item = fresh.get(i);
            events.add(dispatch(written.get(i), item.draft(), profile(item, profiles), now));
        }
        messages.store(written);
        for (int i = 0; i < written.size(); i++) {
            Message message = written.get(i);
            MessageEvent event = events.get(i);
            fresh.get(i).following(causation, () -> outbox.append(message, event));
        }
    }

    /** What answers somebody's own request is always told; the rest only to who has not refused it. */
    private static MessageEvent dispatch(Message message, MessageDraft draft, KnownCustomer profile, Instant now) {
        return refused(draft, profile).test(message.channel()) ? message.withhold(now) : message.keep(now);
    }

    /** By which channels its customer does not want to be told it: as the profile says, and what asks for the message. */
    private static Predicate<MessageChannel> refused(MessageDraft draft, KnownCustomer profile) {
        Refusals known = profile == null || profile.refusals() == null ? Refusals.NONE : profile.refusals();
        Optional<String> purpose = draft.kind().purpose();
        return channel -> purpose.isPresent()
                && (known.cover(purpose.get(), channel.wireName())
                        || draft.refusedChannels().contains(channel.wireName()));
    }

    private List<Posted> withoutTold(List<Posted> posted) {
        Map<Cause, Posted> byCause = new LinkedHashMap<>();
        posted.forEach(item -> byCause.putIfAbsent(item.cause(), item));
        Set<Cause> told = messages.told(byCause.keySet());
        byCause.keySet().removeAll(told);
        return List.copyOf(byCause.values());
    }

    /** What is of somebody who is forgotten is theirs too: what is told of it, now or later, is not written either. */
    private List<Posted> owned(List<Posted> posted) {
        Set<UUID> erased = erasedSubjects.among(posted.stream()
                .flatMap(item ->
                        Stream.of(item.draft().customerId(), item.draft().ticketId()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        if (erased.isEmpty()) {
            return withOwners(posted);
        }
        // Whose tickets they are is written down, so that who forgets them again finds what came before this.
        List<Posted> owned = withOwners(posted.stream()
                .filter(item -> !isAmong(erased, item.draft().ticketId()))
                .toList());
        Set<UUID> theirs = owned.stream()
                .map(Posted::draft)
                .filter(draft -> draft.isForOwnerOfTicket() && isAmong(erased, draft.customerId()))
                .map(MessageDraft::ticketId)
                .collect(Collectors.toSet());
        erasedSubjects.add(theirs);
        return owned.stream()
                .filter(item -> !isAmong(erased, item.draft().customerId())
                        && !isAmong(theirs, item.draft().ticketId()))
                .toList();
    }

    private static boolean isAmong(Set<UUID> ids, UUID id) {
        return id != null && ids.contains(id);
    }

    private List<Posted> withOwners(List<Posted> posted) {
        Map<UUID, UUID> current = successions.current(posted.stream()
                .map(item -> item.draft().customerId())
                .filter(Objects::nonNull)
                .toList());
        SortedMap<UUID, Owner> owners = new TreeMap<>();
        for (Posted item : posted) {
            MessageDraft draft = item.draft();
            if (draft.isForOwnerOfTicket()) {
                Owner owner = Owner.of(draft.customerId(), current);
                owners.merge(draft.ticketId(), owner, (one, other) -> one.id() == null ? other : one);
            }
        }
        Map<UUID, Owner> known = tickets.lock(owners);
        List<Posted> owned = new ArrayList<>(posted.size());
        for (Posted item : posted) {
            MessageDraft draft = item.draft();
            owned.add(item.of(
                    draft.customerId() == null && draft.isForOwnerOfTicket()
                            ? known.get(draft.ticketId())
                            : Owner.of(draft.customerId(), current)));
        }
        return owned;
    }

    private Message write(Posted item, Map<UUID, KnownCustomer> profiles, Map<UUID, Preference> said, Instant now) {
        KnownCustomer profile = profile(item, profiles);
        Preference preference = item.owner().id() == null
                ? Preference.NONE
                : said.getOrDefault(item.owner().id(), Preference.NONE);
        return writer.write(item.draft(), item.owner(), profile, preference, refused(item.draft(), profile), now);
    }

    private static KnownCustomer profile(Posted item, Map<UUID, KnownCustomer> profiles) {
        return item.owner().id() == null ? null : profiles.get(item.owner().id());
    }

    /** A draft, whose it is, and why it was posted. */
    private record Posted(
            MessageDraft draft,
            Owner owner,
            String correlationId,
            String causationId,
            String traceParent,
            Actor actor) {

        Cause cause() {
            return new Cause(draft.causeId(), draft.kind());
        }

        Posted of(Owner customer) {
            return new Posted(draft, customer, correlationId, causationId, traceParent, actor);
        }

        void following(Causation causation, Runnable work) {
            causation.following(correlationId, causationId, traceParent, actor, () -> {
                work.run();
                return null;
            });
        }
    }
}
