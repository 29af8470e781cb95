package helpdesk.ticket.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.ticket.calendar.WallCalendar;
import helpdesk.ticket.vocabulary.Priority;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a ticket, its clock says what somebody counts who looks each minute. */
class ClockCoursePropertyTest {

    private static final PolicyTarget[] NOTHING = {};

    @Property(tries = 250)
    void any_history_is_counted_as_by_hand(@ForAll long seed) {
        Random random = new Random(seed);
        String zone = WallCalendar.ZONES[random.nextInt(WallCalendar.ZONES.length)];
        Instant start = Instant.parse("2024-01-01T00:00:00Z").plus(random.nextInt(5 * 366 * 1_440), ChronoUnit.MINUTES);
        new History(ZoneId.of(zone), start, random).check();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void each_change_of_each_zone_is_counted_as_by_hand(int seed) {
        Random random = new Random(seed);
        int changes = 0;
        for (String name : WallCalendar.ZONES) {
            ZoneId zone = ZoneId.of(name);
            Instant end = Instant.parse("2029-01-01T00:00:00Z");
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.parse("2024-01-01T00:00:00Z"));
            while (change != null && change.getInstant().isBefore(end)) {
                new History(zone, change.getInstant().minus(random.nextInt(1_500), ChronoUnit.MINUTES), random).check();
                changes++;
                change = zone.getRules().nextTransition(change.getInstant());
            }
        }
        assertThat(changes).isGreaterThanOrEqualTo(90);
    }

    /** What happened to a ticket, told to the clock and to the model. */
    private static final class History {

        private final Random random;
        private final Instant start;
        private final Metric metric;
        private final List<WallCalendar> calendars;
        private final List<PolicyTerms> policies;
        private final List<MinuteModel.Change> changes = new ArrayList<>();
        private final RunningClock running;
        private int policy;
        private Priority priority = Priority.NORMAL;
        private Waiting waiting = Waiting.NOBODY;

        History(ZoneId zone, Instant start, Random random) {
            this.random = random;
            this.start = start;
            this.metric = random.nextInt(5) == 0 ? Metric.ACKNOWLEDGEMENT : Metric.RESOLUTION;
            this.calendars = IntStream.range(0, 3)
                    .mapToObj(i -> WallCalendar.random(zone, random))
                    .toList();
            this.policies = calendars.stream().map(this::terms).toList();
            this.running = new RunningClock(metric, policies.getFirst(), start);
            changes.add(change(0));
            int minute = 0;
            for (int i = random.nextInt(12); i > 0; i--) {
                minute += 1 + random.nextInt(random.nextInt(4) == 0 ? 3_000 : 300);
                happen(minute);
            }
        }

        private void happen(int minute) {
            Instant now = at(minute);
            int formerPolicy = policy;
            Priority formerPriority = priority;
            Waiting formerWaiting = waiting;
            switch (random.nextInt(4)) {
                case 0 -> running.becomes(policies.get(policy = random.nextInt(3)), now);
                case 1 -> running.becomes(priority = Priority.values()[random.nextInt(4)], now);
                default -> {
                    Waiting[] all = {Waiting.NOBODY, Waiting.CUSTOMER, Waiting.THIRD_PARTY, Waiting.ANOTHER_TICKET};
                    running.waitsFor(waiting = all[random.nextInt(4)], now);
                }
            }
            boolean isNew = policy != formerPolicy || priority != formerPriority || waiting != formerWaiting;
            // A merged ticket is judged by what has changed when it stands for itself again.
            boolean staysMerged = waiting == Waiting.ANOTHER_TICKET && formerWaiting == Waiting.ANOTHER_TICKET;
            if (isNew && !staysMerged) {
                changes.add(change(minute));
            }
        }

        void check() {
            int last = changes.getLast().minute();
            int read = last + 1 + random.nextInt(4_000);
            Instant now = at(read);
            MinuteModel model = new MinuteModel(changes, read);
            ServiceLevelClock clock = running.clock();

            assertThat(running.counted(now)).isEqualTo(Duration.ofMinutes(model.counted(0, read)));
            assertDue(model.due(target -> (int) target.goal().toMinutes()), clock.goalAt());
            OptionalInt promise = model.due(target -> (int) target.promise().toMinutes());
            assertDue(promise, clock.promiseAt());
            if (promise.isPresent() && promise.getAsInt() < Integer.MAX_VALUE) {
                boolean isLate = model.isBehind(promise.getAsInt());
                assertThat(clock.state(now) == ClockState.BREACHED).isEqualTo(isLate);
                if (isLate) {
                    assertThat(running.remaining(now))
                            .isEqualTo(Duration.ofMinutes(-model.counted(promise.getAsInt(), read)));
                }
            }
            List<ExplainedInterval> story = new ClockStory(clock.course(), running::terms, "Some").between(start, now);
            assertWhole(story, now);
            assertThat(story.stream()
                            .filter(ExplainedInterval::counted)
                            .mapToLong(ExplainedInterval::seconds)
                            .sum())
                    .isEqualTo(60L * model.counted(0, read));
        }

        /** Each moment is told of once. */
        private void assertWhole(List<ExplainedInterval> story, Instant now) {
            Instant at = start;
            for (ExplainedInterval interval : story) {
                assertThat(interval.from()).isEqualTo(at);
                assertThat(interval.to()).isAfter(at);
                at = interval.to();
            }
            assertThat(at).isEqualTo(now);
        }

        private void assertDue(OptionalInt minute, Instant actual) {
            if (minute.isEmpty()) {
                assertThat(actual).isNull();
            } else if (minute.getAsInt() < Integer.MAX_VALUE) {
                assertThat(actual).isEqualTo(at(minute.getAsInt()));
            } else {
                assertThat(actual).isAfter(at(changes.getLast().minute()));
            }
        }

        private MinuteModel.Change change(int minute) {
            PolicyTerms terms = policies.get(policy);
            Target target = terms.target(metric, priority).orElse(null);
            boolean isEveryHour = target != null && target.time() == TimeKind.CALENDAR;
            WallCalendar calendar = calendars.get(policy);
            return new MinuteModel.Change(
                    minute, moment -> isEveryHour || calendar.counts(at(moment)), target, runs(terms.promises()));
        }

        private boolean runs(PolicyPromises promises) {
            if (waiting == Waiting.ANOTHER_TICKET) {
                return false;
            }
            boolean stops = waiting == Waiting.CUSTOMER || waiting == Waiting.THIRD_PARTY && promises.pausesOnHold();
            return metric == Metric.ACKNOWLEDGEMENT || !stops;
        }

        private PolicyTerms terms(WallCalendar calendar) {
            PolicyTarget[] targets = random.nextInt(8) == 0
                    ? NOTHING
                    : new PolicyTarget[] {target(), target(Priority.URGENT), target(Priority.LOW, Priority.HIGH)};
            return RunningClock.terms(calendar.body(), random.nextBoolean(), targets);
        }

        private PolicyTarget target(Priority... priorities) {
            int goal = 1 + random.nextInt(900);
            int promise = goal + random.nextInt(600);
            TimeKind time = random.nextInt(3) == 0 ? TimeKind.CALENDAR : TimeKind.BUSINESS;
            return RunningClock.target(metric, Duration.ofMinutes(goal), Duration.ofMinutes(promise), time, priorities);
        }

        private Instant at(int minute) {
            return start.plus(minute, ChronoUnit.MINUTES);
        }
    }
}
