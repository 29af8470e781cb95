package helpdesk.notification.message;

import helpdesk.notification.customers.KnownTickets;
import helpdesk.notification.customers.Owner;
import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.succession.Successions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Learns whose tickets are whose, and gives what was told about them to their customers. */
@ApplicationScoped
public class TicketOwners {

    private final MessageRepository messages;
    private final KnownTickets tickets;
    private final Successions successions;
    private final ErasedSubjects erasedSubjects;
    private final GatheredWork<Learned> learned;

    TicketOwners(
            MessageRepository messages,
            KnownTickets tickets,
            Successions successions,
            ErasedSubjects erasedSubjects,
            TransactionSynchronizationRegistry transactions) {
        this.messages = messages;
        this.tickets = tickets;
        this.successions = successions;
        this.erasedSubjects = erasedSubjects;
        this.learned = new GatheredWork<>(transactions, this::give);
    }

    /** Whatever is learned in the transaction at hand counts for messages that are posted in it from now on. */
    public void begin() {
        learned.begin();
    }

    /** It is the customer's ticket. Known before the transaction commits. */
    public void learn(UUID ticketId, UUID customerId) {
        learned.add(new Learned(ticketId, customerId));
    }

    private void give(List<Learned> all) {
        Set<UUID> erased = erasedSubjects.among(all.stream()
                .flatMap(one -> Stream.of(one.customerId(), one.ticketId()))
                .distinct()
                .toList());
        Map<UUID, UUID> current =
                successions.current(all.stream().map(Learned::customerId).toList());
        SortedMap<UUID, Owner> owners = new TreeMap<>();
        List<UUID> ofErased = new ArrayList<>();
        for (Learned one : all) {
            if (erased.contains(one.ticketId())) {
                continue;
            }
            owners.putIfAbsent(one.ticketId(), Owner.of(one.customerId(), current));
            if (erased.contains(one.customerId())) {
                ofErased.add(one.ticketId());
            }
        }
        if (!ofErased.isEmpty()) {
            erasedSubjects.add(ofErased);
        }
        tickets.lock(owners);
        messages.giveToOwners(owners.keySet());
    }

    private record Learned(UUID ticketId, UUID customerId) {}
}
