package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TicketLifeTest {

    private static final int TICKETS = 10_000;

    private final LoadOrder order = LoadOrder.of(TICKETS, 1, Instant.parse("2026-11-22T12:00:00Z"));
    private final List<Colleague> staff = List.of(
            new Colleague(UUID.fromString("01900000-0000-7000-8000-000000000001"), "Jonas Okafor", "Customer Care"),
            new Colleague(UUID.fromString("01900000-0000-7000-8000-000000000002"), "Priya Raman", null));

    @Test
    void mostAreClosedAndSomeAreOpen() {
        Map<Status, Long> counts =
                lives(staff).stream().collect(Collectors.groupingBy(life -> life.status(), Collectors.counting()));
        assertThat(counts.get(Status.CLOSED)).isBetween(8_200L, 8_700L);
        assertThat(counts.get(Status.RESOLVED)).isBetween(450L, 750L);
        assertThat(counts).containsOnlyKeys(Status.values());
        assertThat(TICKETS - counts.get(Status.CLOSED) - counts.get(Status.RESOLVED))
                .isBetween(900L, 1_100L);
    }

    @Test
    void withoutStaffNothingIsResolved() {
        assertThat(lives(List.of()))
                .noneMatch(life -> life.status() == Status.RESOLVED)
                .allMatch(life -> life.assignee() == null)
                .filteredOn(life -> life.status() == Status.CLOSED)
                .allMatch(life -> life.resolved() > 0);
    }

    @Test
    void versionsHaveNoGaps() {
        for (TicketLife life : lives(staff)) {
            List<Long> versions = life.history().steps().stream()
                    .map(Step::version)
                    .distinct()
                    .toList();
            assertThat(versions)
                    .isEqualTo(IntStream.rangeClosed(0, (int) life.history().version())
                            .mapToObj(Long::valueOf)
                            .toList());
            assertThat(life.history().writableSince())
                    .isBetween(0L, life.history().version());
        }
    }

    @Test
    void statusesFollowOneAnother() {
        for (TicketLife life : lives(staff)) {
            String status = null;
            for (Step step : life.history().steps().stream()
                    .filter(step -> step.field().equals("status"))
                    .toList()) {
                assertThat(step.from()).isEqualTo(status);
                status = step.to();
            }
            assertThat(status).isEqualTo(Json.text(life.status().wireName()));
        }
    }

    @Test
    void timesFollowOneAnotherAndNothingIsNewerThanNow() {
        long newest = Duration.ofDays(1).toNanos() / 1000;
        for (TicketLife life : lives(staff)) {
            assertThat(life.history().steps()).extracting(Step::at).isSorted();
            assertThat(life.history().steps().getFirst().at()).isEqualTo(life.created());
            assertThat(life.history().steps().getLast().at()).isLessThanOrEqualTo(order.now());
            assertThat(life.history().updated()).isBetween(life.created(), order.now());
            assertThat(life.created()).isGreaterThan(order.now() - 731 * newest);
        }
        assertThat(lives(staff)).extracting(life -> life.created()).isSorted();
    }

    @Test
    void whatIsResolvedIsNotYetDueToBeClosed() {
        assertThat(lives(staff))
                .filteredOn(life -> life.status() == Status.RESOLVED)
                .allMatch(life -> life.assignee() != null)
                .allMatch(life -> order.now() - life.resolved() < Status.CLOSED_AFTER);
        assertThat(lives(staff))
                .filteredOn(life -> life.status() == Status.CLOSED)
                .allMatch(life -> life.closed() - life.resolved() >= Status.CLOSED_AFTER);
    }

    @Test
    void aboutThreeCommentsAreOnTwoTickets() {
        Map<Integer, Long> counts = lives(staff).stream()
                .map(life -> life.remarks().size())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(counts).containsOnlyKeys(0, 1, 2, 3, 4);
        double average = lives(staff).stream()
                .mapToInt(life -> life.remarks().size())
                .average()
                .orElseThrow();
        assertThat(average).isBetween(1.4, 1.6);
    }

    private List<TicketLife> lives(List<Colleague> colleagues) {
        return IntStream.range(0, TICKETS)
                .mapToObj(index -> new TicketLife(
                        new Draw(1, index), order.position(index), order, colleagues, "system:test", "Solved."))
                .toList();
    }
}
