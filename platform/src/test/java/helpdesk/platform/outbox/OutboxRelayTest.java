package helpdesk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.platform.kafka.KafkaSettings;
import helpdesk.platform.note.Effects;
import helpdesk.platform.note.Note;
import helpdesk.platform.note.NoteService;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Faults;
import helpdesk.testing.RealParts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way from the outbox to the broker, and what happens on it. */
@QuarkusTest
@ActivateRequestContext
@WithTestResource(RealParts.class)
class OutboxRelayTest {

    private static final String TOPIC = "helpdesk.platform-test";
    private static final int EVENTS = 30;

    @Inject
    NoteService service;

    @Inject
    Effects effects;

    @Inject
    OutboxRelay relay;

    @Inject
    OutboxMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Inject
    DataSource pool;

    @Inject
    KafkaSettings kafka;

    @Inject
    OutboxSettings settings;

    @AfterEach
    void all_is_published_in_the_end() {
        await().atMost(Duration.ofSeconds(30)).until(() -> Database.count("outbox_event") == 0);
    }

    @Test
    void what_is_published_leaves_the_outbox_and_is_counted() {
        double before = registry.get("helpdesk.outbox.published").counter().count();
        service.write("counted");
        await().until(() -> Database.count("outbox_event") == 0);
        assertThat(registry.get("helpdesk.outbox.published").counter().count()).isGreaterThan(before);
        metrics.observe();
        assertThat(registry.get("helpdesk.outbox.waiting").gauge().value()).isZero();
        assertThat(registry.get("helpdesk.outbox.oldest.seconds").gauge().value())
                .isZero();
    }

    @Test
    void it_goes_on_after_its_session_was_ended() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write("session");
            for (int i = 0; i < EVENTS; i++) {
                if (i % 10 == 5) {
                    assertThat(Faults.endRelaySessions()).isPositive();
                    await().until(() -> Database.count("pg_locks where locktype = 'advisory' and granted") == 1);
                }
                service.change(note.id(), "session " + i);
            }
            assertAllInOrder(probe, note.id());
        }
    }

    @Test
    void a_broker_that_is_frozen_costs_nothing_but_time() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write("frozen");
            try (Faults.Fault _ = Faults.frozenBroker()) {
                for (int i = 0; i < EVENTS; i++) {
                    service.change(note.id(), "frozen " + i);
                }
                // Longer than a request to the broker may take, so that the producer tries again.
                await().pollDelay(Duration.ofSeconds(6)).until(() -> Database.count("outbox_event") > 0);
                metrics.observe();
                assertThat(registry.get("helpdesk.outbox.waiting").gauge().value())
                        .isPositive();
                assertThat(registry.get("helpdesk.outbox.oldest.seconds")
                                .gauge()
                                .value())
                        .isGreaterThan(3);
            }
            assertAllInOrder(probe, note.id());
        }
    }

    @Test
    void a_second_relay_waits_until_the_first_gives_its_place_up() throws Exception {
        try (Connection other = Database.connect()) {
            await().until(() -> Database.count("pg_locks where locktype = 'advisory' and granted") == 1);
            assertThat(RelayLock.tryAcquire(other))
                    .as("while the first is at work")
                    .isFalse();
        }
        OutboxRelay second = new OutboxRelay(pool, kafka, settings, metrics);
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            second.start(null);
            Note note = service.write("handed over");
            relay.stop(null);
            for (int i = 0; i < EVENTS; i++) {
                service.change(note.id(), "handed over " + i);
            }
            assertAllInOrder(probe, note.id());
            assertThat(probe.of(note.id())).as("published once each").hasSize(EVENTS + 1);
        } finally {
            second.stop(null);
            relay.start(null);
        }
    }

    @Test
    void an_event_that_is_published_twice_has_one_effect() {
        Database.execute("create sequence deletes");
        Database.execute("""
                create function end_first_delete() returns trigger language plpgsql as
                $$ begin
                    if nextval('deletes') = 1 then perform pg_terminate_backend(pg_backend_pid()); end if;
                    return null;
                end $$""");
        Database.execute(
                "create trigger end_first_delete before delete on outbox_event execute function end_first_delete()");
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write("twice");
            await().until(() -> Database.count("outbox_event") == 0);
            await().until(() -> probe.of(note.id()).size() == 2);
            List<String> ids = probe.of(note.id()).stream().map(Event::id).toList();
            assertThat(ids.get(0)).isEqualTo(ids.get(1));
            service.change(note.id(), "behind it");
            await().until(() -> effects.ofSubject(note.id().toString()).size() >= 2);
            assertThat(effects.count(ids.get(0))).isOne();
        } finally {
            Database.execute("drop trigger end_first_delete on outbox_event");
            Database.execute("drop function end_first_delete");
            Database.execute("drop sequence deletes");
        }
    }

    @Test
    void events_of_many_aggregates_arrive_each_in_its_order() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            List<Note> notes = IntStream.range(0, 20)
                    .mapToObj(i -> service.write("many " + i))
                    .toList();
            for (int i = 0; i < EVENTS; i++) {
                for (Note note : notes) {
                    service.change(note.id(), "change " + i);
                }
            }
            notes.forEach(note -> assertAllInOrder(probe, note.id()));
        }
    }

    /** Each of the note's events is there, the first time in order, and took effect once and in order. */
    private void assertAllInOrder(EventProbe probe, UUID note) {
        probe.await(event -> note.toString().equals(event.subject()) && event.sequence() == EVENTS);
        List<String> firsts = probe.of(note).stream().map(Event::id).distinct().toList();
        assertThat(probe.of(note).stream().map(Event::sequence).distinct())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(0, EVENTS).boxed().toList());
        await().untilAsserted(
                        () -> assertThat(effects.ofSubject(note.toString())).containsExactlyElementsOf(firsts));
    }
}
