package helpdesk.notification.message;

import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.KnownCustomers;
import helpdesk.notification.customers.KnownTickets;
import helpdesk.notification.customers.Owner;
import helpdesk.notification.message.MessageRepository.Cause;
import helpdesk.notification.message.Reachability.Known;
import helpdesk.notification.preference.Preference;
import helpdesk.notification.preference.Preferences;
import helpdesk.platform.erasure.ErasedSubjects;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes messages to customers, and to those who are asked about their tickets. All that a transaction posts is written together at its end, each message with the
 * causation of what it tells of. Where there is a server for it, a message waits to be sent by that; else it is kept, to be
 * read over the API.
 */
@ApplicationScoped
public class Postbox {

    private final MessageRepository messages;
    private final MessageWriter writer;
    private final Dispatcher dispatcher;
    private final Preferences preferences;
    private final KnownCustomers customers;
    private final KnownTickets tickets;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final Outbox outbox;
    private final Causation causation;
    private final Clock clock;
    private final GatheredWork<PostedDraft> post;

    Postbox(
            MessageRepository messages,
            MessageWriter writer,
            Dispatcher dispatcher,
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
        this.dispatcher = dispatcher;
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
        post.add(new PostedDraft(
                draft,
                Owner.UNKNOWN,
                causation.correlationId(),
                causation.causationId(),
                causation.traceParent(),
                causation.actor()));
    }

    private void deliver(List<PostedDraft> posted) {
        List<PostedDraft> fresh = owned(withoutTold(posted));
        List<UUID> owners = fresh.stream()
                .map(item -> item.owner().id())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<UUID, KnownCustomer> profiles = customers.find(owners);
        Map<UUID, Preference> said = preferences.find(owners);
        Instant now = clock.instant();
        List<MessageDraft> drafts = fresh.stream().map(PostedDraft::draft).toList();
        Known known = dispatcher.known(drafts, profiles.values());
        List<Message> written = fresh.stream()
                .map(item -> write(item, profiles, said, known, now))
                .toList();
        List<Optional<MessageEvent>> events = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            PostedDraft item = fresh.get(i);
            events.add(dispatcher.dispatch(written.get(i), item.draft(), profile(item, profiles), known, now));
        }
        messages.store(written);
        dispatcher.accept(written, drafts, now);
        for (int i = 0; i < written.size(); i++) {
            Message message = written.get(i);
            PostedDraft item = fresh.get(i);
            events.get(i).ifPresent(event -> item.following(causation, () -> outbox.append(message, event)));
        }
    }

    private List<PostedDraft> withoutTold(List<PostedDraft> posted) {
        Map<Cause, PostedDraft> byCause = new LinkedHashMap<>();
        posted.forEach(item -> byCause.putIfAbsent(item.cause(), item));
        Set<Cause> told = messages.told(byCause.keySet());
        byCause.keySet().removeAll(told);
        return List.copyOf(byCause.values());
    }

    /** What is of somebody who is forgotten is theirs too: what is told of it, now or later, is not written either. */
    private List<PostedDraft> owned(List<PostedDraft> posted) {
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
        List<PostedDraft> owned = withOwners(posted.stream()
                .filter(item -> !isAmong(erased, item.draft().ticketId()))
                .toList());
        Set<UUID> theirs = owned.stream()
                .map(PostedDraft::draft)
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

    private List<PostedDraft> withOwners(List<PostedDraft> posted) {
        Map<UUID, UUID> current = successions.current(posted.stream()
                .map(item -> item.draft().customerId())
                .filter(Objects::nonNull)
                .toList());
        SortedMap<UUID, Owner> owners = new TreeMap<>();
        for (PostedDraft item : posted) {
            MessageDraft draft = item.draft();
            if (draft.isForOwnerOfTicket()) {
                Owner owner = Owner.of(draft.customerId(), current);
                owners.merge(draft.ticketId(), owner, (one, other) -> one.id() == null ? other : one);
            }
        }
        Map<UUID, Owner> known = tickets.lock(owners);
        List<PostedDraft> owned = new ArrayList<>(posted.size());
        for (PostedDraft item : posted) {
            MessageDraft draft = item.draft();
            owned.add(item.of(
                    draft.customerId() == null && draft.isForOwnerOfTicket()
                            ? known.get(draft.ticketId())
                            : Owner.of(draft.customerId(), current)));
        }
        return owned;
    }

    private Message write(
            PostedDraft item, Map<UUID, KnownCustomer> profiles, Map<UUID, Preference> said, Known known, Instant now) {
        Preference preference = item.owner().id() == null
                ? Preference.NONE
                : said.getOrDefault(item.owner().id(), Preference.NONE);
        return writer.write(item, profile(item, profiles), preference, known, now);
    }

    private static KnownCustomer profile(PostedDraft item, Map<UUID, KnownCustomer> profiles) {
        return item.owner().id() == null ? null : profiles.get(item.owner().id());
    }
}
