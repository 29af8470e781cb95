package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.notification.customers.KnownCustomer;
import helpdesk.notification.customers.Refusals;
import helpdesk.notification.message.Reachability.Known;
import helpdesk.platform.contact.EmailAddresses;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Decides what becomes of messages that were written: they wait for their server, are kept, or go to nobody. */
@ApplicationScoped
class Dispatcher {

    private static final String DEAD = "Nothing arrives at this address, as a server said before.";

    private final Transports transports;
    private final MessageQueue queue;
    private final InboxNotices inbox;
    private final Reachability reachability;

    Dispatcher(Transports transports, MessageQueue queue, InboxNotices inbox, Reachability reachability) {
        this.transports = transports;
        this.queue = queue;
        this.inbox = inbox;
        this.reachability = reachability;
    }

    /** What is known of all addresses that the messages could go to. One statement. */
    Known known(Collection<MessageDraft> drafts, Collection<KnownCustomer> profiles) {
        return reachability.find(Stream.concat(
                        drafts.stream().map(MessageDraft::contact),
                        profiles.stream().map(KnownCustomer::contact))
                .flatMap(Dispatcher::addresses)
                .distinct()
                .toList());
    }

    private static Stream<String> addresses(Contact contact) {
        return Stream.of(
                        Optional.ofNullable(contact.email()).map(EmailAddresses::normalize),
                        Optional.ofNullable(contact.phone()))
                .flatMap(Optional::stream)
                .filter(Objects::nonNull);
    }

    /** By which ways its customer does not want to be told it: as the profile says, what asks for the message, and who gets mail there. */
    static Predicate<Address> refused(MessageDraft draft, KnownCustomer profile, Known known) {
        Refusals said = profile == null || profile.refusals() == null ? Refusals.NONE : profile.refusals();
        Optional<String> purpose = draft.kind().purpose();
        return way -> purpose.isPresent()
                && (said.cover(purpose.get(), way.channel().wireName())
                        || draft.refusedChannels().contains(way.channel().wireName())
                        || known.wantsNothing(way.recipient(), purpose.get()));
    }

    /** Where it cannot go. Who is neither customer nor works here finds nothing inside the product: for them there is no other way. */
    static Predicate<Address> dead(MessageDraft draft, Known known) {
        return way -> !isForOutsider(draft) && known.isDead(way.recipient());
    }

    private static boolean isForOutsider(MessageDraft draft) {
        return switch (draft.kind()) {
            case SIDE_CONVERSATION -> true;
            case STAFF_NOTICE -> draft.accountId() == null;
            default -> false;
        };
    }

    /** What answers somebody's own request is always told; the rest only to who has not refused it. Empty when it waits for its server. */
    Optional<MessageEvent> dispatch(
            Message message, MessageDraft draft, KnownCustomer profile, Known known, Instant now) {
        if (refused(draft, profile, known).test(new Address(message.channel(), message.recipient()))) {
            return Optional.of(message.withhold(now));
        }
        Optional<Transport> transport = transports.of(message.channel());
        if (transport.isPresent()) {
            return known.isDead(message.recipient())
                    ? Optional.of(message.fail(new MessageAttempt(now, transport.get(), DeliveryOutcome.FAILED, DEAD)))
                    : Optional.empty();
        }
        return Optional.of(
                draft.accountId() != null && message.channel() == MessageChannel.IN_APP
                        ? message.sent(new MessageAttempt(now, Transport.INBOX, DeliveryOutcome.DELIVERED, null))
                        : message.keep(now));
    }

    /** Has those wait that were stored and wait for their server, and puts others into inboxes. */
    void accept(List<Message> messages, List<MessageDraft> drafts, Instant now) {
        Map<Message, Transport> waiting = new LinkedHashMap<>();
        Map<UUID, UUID> accounts = new LinkedHashMap<>();
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            if (message.state() == MessageState.QUEUED) {
                waiting.put(message, transports.of(message.channel()).orElseThrow());
            }
            if (drafts.get(i).accountId() != null) {
                accounts.put(message.id(), drafts.get(i).accountId());
            }
        }
        queue.add(waiting, now);
        inbox.add(accounts);
    }
}
