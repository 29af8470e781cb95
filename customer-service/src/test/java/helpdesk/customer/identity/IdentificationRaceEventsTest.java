package helpdesk.customer.identity;

import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.phone;
import static helpdesk.customer.Happenings.opened;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.customer.Happenings;
import helpdesk.customer.timeline.TicketEvents;
import helpdesk.platform.inbox.EventConsumer;
import helpdesk.testing.Event;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Replicas that have different partitions and meet the same new person at the same moment. */
@QuarkusTest
@WithTestResource(RealParts.class)
class IdentificationRaceEventsTest {

    private static final int REPLICAS = 4;

    @Inject
    EventConsumer consumer;

    @Inject
    TicketEvents tickets;

    @Test
    void replicas_that_meet_the_same_new_people_make_one_profile_each() throws Exception {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            emails.add(email());
        }
        List<Callable<Void>> polls = new ArrayList<>();
        for (int replica = 0; replica < REPLICAS; replica++) {
            // Each in another order, so that they also wait for each other crosswise.
            List<String> shuffled = replica % 2 == 0 ? emails : emails.reversed();
            List<Event> events = shuffled.stream()
                    .map(email -> opened(UUID.randomUUID(), Map.of("email", email, "phone", phone())))
                    .toList();
            ConsumerRecords<String, byte[]> records = records(replica, events);
            polls.add(() -> {
                consumer.consume(tickets.consumer(), records, tickets.handler());
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(REPLICAS)) {
            for (Future<Void> poll : threads.invokeAll(polls)) {
                poll.get();
            }
        }
        for (String email : emails) {
            List<String> found = lookedUp("email", email).getList("items.id", String.class);
            assertThat(found).hasSize(1);
            assertThat(lookedUp("email", email).getList("items[0].phones")).hasSize(REPLICAS);
            assertThat(Happenings.timeline(found.getFirst()).getList("items.kind"))
                    .filteredOn("ticket.opened"::equals)
                    .hasSize(REPLICAS);
        }
    }

    @Test
    void sixty_four_first_contacts_by_one_address_make_one_profile_however_it_is_spelled() throws Exception {
        String address = email();
        List<Callable<Void>> polls = new ArrayList<>();
        for (int contact = 0; contact < 64; contact++) {
            StringBuilder spelled = new StringBuilder(address);
            // Each in another mixture of capitals and small letters.
            for (int bit = 0; bit < 6; bit++) {
                if ((contact >> bit & 1) == 1) {
                    spelled.setCharAt(bit, Character.toUpperCase(address.charAt(bit)));
                }
            }
            ConsumerRecords<String, byte[]> record =
                    records(contact, List.of(opened(UUID.randomUUID(), Map.of("email", spelled.toString()))));
            polls.add(() -> {
                consumer.consume(tickets.consumer(), record, tickets.handler());
                return null;
            });
        }
        try (var threads = Executors.newFixedThreadPool(64)) {
            for (Future<Void> poll : threads.invokeAll(polls)) {
                poll.get();
            }
        }

        List<String> found = lookedUp("email", address).getList("items.id", String.class);
        assertThat(found).hasSize(1);
        assertThat(lookedUp("email", address).getList("items[0].emails")).isEqualTo(List.of(address));
        assertThat(Happenings.timeline(found.getFirst()).getList("items.kind"))
                .filteredOn("ticket.opened"::equals)
                .hasSize(64);
    }

    private static ConsumerRecords<String, byte[]> records(int partition, List<Event> events) throws Exception {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        for (Event event : events) {
            ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                    Happenings.TICKETS,
                    partition,
                    records.size(),
                    event.key(),
                    new ObjectMapper().writeValueAsBytes(event.data()));
            event.attributes().forEach((name, value) -> record.headers()
                    .add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
            record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
            records.add(record);
        }
        return new ConsumerRecords<>(Map.of(new TopicPartition(Happenings.TICKETS, partition), records), Map.of());
    }
}
