package helpdesk.ticket.mapping;

import static helpdesk.ticket.mapping.Alerts.TOPIC;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.ticket.inbound.IntegrationEvents;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What becomes of events with which a mapping can do nothing, and of those that come at the same time. */
@QuarkusTest
@WithTestResource(RealParts.class)
class TicketMappingFaultsTest {

    private static final int PROCESSES = 8;

    private final Alerts alerts = new Alerts();

    @Inject
    EventConsumer consumer;

    @Inject
    IntegrationEvents events;

    @Test
    void events_that_several_processes_take_at_once_open_one_ticket() throws Exception {
        String mapping = Alerts.made(alerts.mapping());
        Instant at = Instant.now();
        CountDownLatch begin = new CountDownLatch(1);
        try (ExecutorService processes = Executors.newFixedThreadPool(PROCESSES)) {
            List<Future<?>> taken = IntStream.range(0, PROCESSES)
                    .<Future<?>>mapToObj(process -> processes.submit(() -> {
                        begin.await();
                        take(
                                "process-" + process,
                                alerts.event("firing", "same", at),
                                alerts.event("firing", "another", at));
                        return null;
                    }))
                    .toList();
            begin.countDown();
            for (Future<?> one : taken) {
                one.get();
            }
        }

        assertThat(alerts.statuses()).containsExactly("new", "new");
        int notes = alerts.tickets().stream()
                .mapToInt(ticket -> Alerts.comments((String) ticket.get("id")).size())
                .sum();
        assertThat(notes).isEqualTo(2 * (PROCESSES - 1));
        Alerts.remove(mapping);
    }

    @Test
    void what_a_mapping_cannot_do_is_told_with_it_and_hinders_no_other() {
        String good = Alerts.made(alerts.mapping("name", alerts.tag() + " good"));
        Map<String, Object> ticket = alerts.ticket();
        ticket.put("priorities", Map.of());
        Map<String, Object> body = alerts.mapping("ticket", ticket);
        String bad = Alerts.made(body);
        body.put("name", alerts.tag() + " without key");
        body.put("key", "{{data.incident}}");
        String keyless = Alerts.made(body);
        Event event = alerts.firing("x");
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            probe.publish(TOPIC, event);
            alerts.awaitTickets("new");
        }

        assertThat(Alerts.read(bad).getList("lastFailures")).hasSize(1);
        assertThat(Alerts.read(bad).getMap("lastFailures[0]"))
                .containsEntry("eventId", event.id())
                .containsEntry("eventSource", "/monitoring/prod")
                .containsEntry("code", "invalid-request")
                .containsEntry("detail", "priority: It is none of low, normal, high, urgent.");
        assertThat(Alerts.read(keyless).getString("lastFailures[0].detail"))
                .isEqualTo("key: The event has no data.incident, and the template no word for that.");
        assertThat(Alerts.read(good).getList("lastFailures")).isEmpty();
        List.of(good, bad, keyless).forEach(Alerts::remove);
        assertThat(failures(bad)).isZero();
    }

    @Test
    void a_mapping_that_fails_unexpectedly_is_left_out_and_the_others_act() {
        String good = Alerts.made(alerts.mapping("name", alerts.tag() + " good"));
        String bad = Alerts.made(alerts.mapping("name", alerts.tag() + " broken"));
        // As nobody can write it: the template of the description is missing.
        Database.execute(
                "update ticket_mapping set ticket = ticket - 'description' where id = ?", UUID.fromString(bad));
        Event event = alerts.firing("x");

        take("process", event);

        assertThat(alerts.statuses()).containsExactly("new");
        assertThat(Alerts.read(bad).getString("lastFailures[0].code")).isEqualTo("internal-error");
        assertThat(Alerts.read(bad).getString("lastFailures[0].eventId")).isEqualTo(event.id());
        assertThat(Alerts.read(good).getList("lastFailures")).isEmpty();
        List.of(good, bad).forEach(Alerts::remove);
    }

    @Test
    void the_last_ten_failures_are_kept() {
        String mapping = Alerts.made(alerts.mapping("key", "{{data.incident}}"));
        Event[] told = IntStream.range(0, 13)
                .mapToObj(number -> alerts.firing("x" + number))
                .toArray(Event[]::new);
        take("process", told);

        assertThat(Alerts.read(mapping).getList("lastFailures.eventId", String.class))
                .containsExactlyElementsOf(IntStream.range(0, 10)
                        .mapToObj(number -> told[12 - number].id())
                        .toList());
        assertThat(failures(mapping)).isEqualTo(10);
        Alerts.remove(mapping);
    }

    @Test
    void on_one_ticket_a_hundred_notes_are_enough() {
        String mapping = Alerts.made(alerts.mapping());
        take(
                "process",
                IntStream.range(0, 103).mapToObj(number -> alerts.firing("x")).toArray(Event[]::new));

        String id = alerts.awaitTickets("new").getFirst();
        Awaitility.await().untilAsserted(() -> assertThat(Alerts.comments(id)).hasSize(100));
        Alerts.remove(mapping);
    }

    private void take(String process, Event... told) {
        TopicPartition partition = new TopicPartition(TOPIC, 0);
        List<ConsumerRecord<String, byte[]>> records = IntStream.range(0, told.length)
                .mapToObj(place -> record(place, told[place]))
                .toList();
        consumer.consume(
                events.consumer() + " " + process + " " + UUID.randomUUID(),
                new ConsumerRecords<>(Map.of(partition, records), Map.of()),
                events.handler());
    }

    private static long failures(String mapping) {
        return Database.count("mapping_failure where mapping_id = ?", UUID.fromString(mapping));
    }

    private static ConsumerRecord<String, byte[]> record(int place, Event event) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                TOPIC, 0, place, event.key(), event.data().toString().getBytes(StandardCharsets.UTF_8));
        event.attributes()
                .forEach((name, value) -> record.headers().add("ce_" + name, value.getBytes(StandardCharsets.UTF_8)));
        record.headers().add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        return record;
    }
}
