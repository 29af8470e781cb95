package helpdesk.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.platform.note.Effects;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Faults;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each event takes effect once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class EventConsumerTest {

    private static final String CONSUMER = "platform-test.inbound";

    private final String subject = "subject-" + UUID.randomUUID();

    @Inject
    Effects effects;

    @Inject
    Inbox inbox;

    @Inject
    MovableClock clock;

    @Inject
    MeterRegistry registry;

    @Inject
    AgroalDataSource pool;

    private EventProbe probe;

    @BeforeEach
    void connect() {
        probe = EventProbe.on(Events.TOPIC + ".dlq");
    }

    @AfterEach
    void disconnect() {
        probe.close();
        clock.reset();
        // Ended sessions would fail the next statements until the pool notices by itself.
        pool.flush(AgroalDataSource.FlushMode.INVALID);
    }

    @Test
    void a_hundred_copies_of_an_event_have_one_effect() {
        Event event = Events.of(subject);
        for (int i = 0; i < 100; i++) {
            publish(event);
        }
        awaitEffectsOf(publishBehind());
        assertThat(effects.count(event.id())).isOne();
    }

    @Test
    void the_same_id_of_another_source_is_another_event() {
        Event event = Events.of(subject);
        publish(event);
        publish(event.with("source", "/third-service"));
        await().untilAsserted(() -> assertThat(effects.count(event.id())).isEqualTo(2));
    }

    @Test
    void events_are_handled_with_what_caused_them() {
        Event event = Events.of(subject);
        publish(event);
        awaitEffectsOf(event);
        assertThat(effects.causeOf(event.id()))
                .containsExactly(
                        "correlation-of-" + subject,
                        "system:" + CONSUMER,
                        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    }

    @Test
    void a_poll_is_handled_in_one_go_and_in_order() {
        List<Event> events = publishTogether(200);
        awaitEffectsOf(events.getLast());
        assertThat(effects.ofSubject(subject))
                .containsExactlyElementsOf(events.stream().map(Event::id).toList());
        assertThat(effects.polls()).anySatisfy(records -> assertThat(records).isGreaterThan(20));
        assertThat(Database.count("(select distinct xmin from effect where subject = ?) transactions", subject))
                .as("transactions")
                .isLessThan(20);
    }

    @Test
    void one_that_fails_does_not_take_the_others_along() {
        effects.before(subject + "-bad", event -> {
            throw new IllegalStateException("this one never works");
        });
        CountDownLatch gate = holdConsumer();
        List<Event> good = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            good.add(publish(Events.of(subject)));
            if (i == 25) {
                publish(Events.of(subject + "-bad"));
            }
        }
        gate.countDown();
        awaitEffectsOf(good.getLast());
        assertThat(effects.ofSubject(subject))
                .containsExactlyElementsOf(good.stream().map(Event::id).toList());
        assertThat(effects.ofSubject(subject + "-bad")).isEmpty();
        assertThat(awaitDeadLetter(subject + "-bad").attributes())
                .containsEntry("header:dead-letter-cause", "this one never works");
    }

    @Test
    void what_fails_twice_is_tried_a_third_time() {
        AtomicInteger tries = new AtomicInteger();
        effects.before(subject, event -> {
            if (tries.incrementAndGet() <= 3) {
                throw new IllegalStateException("not yet");
            }
        });
        Event event = publish(Events.of(subject));
        awaitEffectsOf(event);
        assertThat(effects.count(event.id())).isOne();
        assertThat(Database.count("dead_letter where record_key = ?", (Object) subject.getBytes()))
                .isZero();
        assertThat(registry.get("helpdesk.events.retries")
                        .tag("consumer", CONSUMER)
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void a_failure_of_the_machine_is_a_failure_like_any_other() {
        effects.before(subject, event -> {
            throw new StackOverflowError("too deep");
        });
        publish(Events.of(subject));
        awaitDeadLetter(subject);
        effects.before(subject, event -> {});
        awaitEffectsOf(publishBehind());
    }

    @Test
    void without_its_database_a_consumer_waits_and_sets_nothing_aside() {
        long letters = Database.count("dead_letter");
        List<Event> events = new ArrayList<>();
        try (Faults.Fault _ = Faults.databaseAway()) {
            for (int i = 0; i < 20; i++) {
                events.add(publish(Events.of(subject)));
            }
            await().until(() -> registry.find("helpdesk.events.waits.for.database").counters().stream()
                    .anyMatch(counter -> counter.count() >= 3));
        }
        awaitEffectsOf(events.getLast());
        assertThat(effects.ofSubject(subject))
                .containsExactlyElementsOf(events.stream().map(Event::id).toList());
        assertThat(Database.count("dead_letter")).isEqualTo(letters);
    }

    @Test
    void how_far_behind_it_is_can_be_measured() {
        awaitEffectsOf(publish(Events.of(subject)));
        assertThat(registry.get("helpdesk.events.delay")
                        .tag("consumer", CONSUMER)
                        .timer()
                        .count())
                .isPositive();
        assertThat(registry.find("kafka.consumer.fetch.manager.records.lag.max").meters())
                .isNotEmpty();
    }

    @Test
    void what_was_handled_a_month_ago_is_forgotten() {
        Event event = publish(Events.of(subject));
        awaitEffectsOf(event);
        inbox.forgetOld();
        assertThat(Database.count("inbox where event_id = ?", event.id())).isOne();
        clock.move(Duration.ofDays(31));
        inbox.forgetOld();
        assertThat(Database.count("inbox where event_id = ?", event.id())).isZero();
    }

    private Event publish(Event event) {
        probe.publish(Events.TOPIC, event);
        return event;
    }

    /** An event that is handled after all that were published with the subject's key before it. */
    private Event publishBehind() {
        return publish(Events.of(subject));
    }

    private List<Event> publishTogether(int count) {
        CountDownLatch gate = holdConsumer();
        List<Event> events = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            events.add(publish(Events.of(subject)));
        }
        gate.countDown();
        return events;
    }

    /** Keeps the consumer busy, so that what comes meanwhile is one poll. */
    private CountDownLatch holdConsumer() {
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch arrived = new CountDownLatch(1);
        String holder = subject + "-holder";
        effects.before(holder, event -> {
            arrived.countDown();
            waitFor(gate);
        });
        publish(Events.of(holder));
        waitFor(arrived);
        return gate;
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitEffectsOf(Event event) {
        await().atMost(Duration.ofSeconds(30)).until(() -> effects.count(event.id()) == 1);
    }

    private Event awaitDeadLetter(String key) {
        return probe.await(event -> key.equals(event.key()));
    }
}
