package helpdesk.feedback.improvement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.feedback.FeedbackProblem;
import helpdesk.feedback.invitation.Cause;
import helpdesk.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class ImprovementTest {

    private static final Instant NOW = Instant.parse("2026-03-28T12:00:00Z");
    private static final Cause CAUSE = new Cause("request", "request", null);

    @Property(tries = 500)
    void an_improvement_goes_where_the_table_leads_and_nowhere_else(
            @ForAll @Size(max = 20) List<ImprovementState> wishes) {
        Improvement improvement = fresh();
        for (ImprovementState wish : wishes) {
            ImprovementState from = improvement.state();
            if (wish == from || from.next().contains(wish)) {
                Optional<ImprovementEvent> told = change(improvement, wish);
                assertThat(improvement.state()).isEqualTo(wish);
                assertThat(told.isPresent()).isEqualTo(wish == ImprovementState.DONE && wish != from);
            } else {
                assertThatThrownBy(() -> change(improvement, wish)).isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.type()).isEqualTo(FeedbackProblem.TRANSITION_NOT_ALLOWED);
                    assertThat(problem.members().get("allowed"))
                            .isEqualTo(from.next().stream()
                                    .map(state -> state.name().toLowerCase(Locale.ROOT))
                                    .toList());
                });
                assertThat(improvement.state()).isEqualTo(from);
            }
        }
        assertThat(improvement.state()).isNotEqualTo(ImprovementState.MERGED);
    }

    @Example
    void what_is_done_is_told_with_how_many_asked_for_it() {
        Improvement improvement = fresh();
        assertThat(change(improvement, ImprovementState.DONE))
                .contains(new ImprovementEvent.Done(improvement.id(), "Faster parcels", null, 3, NOW));
    }

    @Example
    void the_work_whose_effect_is_measured_begins_with_the_first_who_works_on_it() {
        Improvement improvement = fresh();
        assertThat(improvement.effectiveFrom()).isNull();
        change(improvement, ImprovementState.IN_PROGRESS, NOW.plus(Duration.ofDays(1)));
        change(improvement, ImprovementState.PLANNED, NOW.plus(Duration.ofDays(2)));
        change(improvement, ImprovementState.IN_PROGRESS, NOW.plus(Duration.ofDays(3)));
        assertThat(improvement.effectiveFrom()).isEqualTo(NOW.plus(Duration.ofDays(1)));
        Improvement atOnce = fresh();
        change(atOnce, ImprovementState.DONE, NOW.plus(Duration.ofDays(3)));
        assertThat(atOnce.effectiveFrom()).isEqualTo(NOW);
    }

    @Example
    void the_outcome_is_told_in_the_language_that_fits_best() {
        Improvement improvement = fresh();
        change(improvement, ImprovementState.DONE);
        assertThat(improvement.writable().outcomeIn("de-AT")).isEqualTo("Schneller.");
        assertThat(improvement.writable().outcomeIn("kk")).isEqualTo("Faster.");
        assertThat(improvement.writable().outcomeIn("EN-gb")).isEqualTo("Faster.");
    }

    @Example
    void what_is_done_or_merged_is_merged_no_more_and_nothing_goes_on_in_what_is_declined() {
        Improvement done = fresh();
        change(done, ImprovementState.DONE);
        assertRefused(() -> done.mergeInto(fresh(), NOW), FeedbackProblem.TRANSITION_NOT_ALLOWED);
        Improvement declined = fresh();
        change(declined, ImprovementState.DECLINED);
        assertRefused(() -> fresh().mergeInto(declined, NOW), FeedbackProblem.TRANSITION_NOT_ALLOWED);
        Improvement merged = fresh();
        Improvement other = fresh();
        merged.mergeInto(other, NOW);
        assertThat(merged.mergedIntoId()).isEqualTo(other.id());
        assertRefused(() -> merged.mergeInto(fresh(), NOW), FeedbackProblem.IMPROVEMENT_MERGED);
        assertRefused(() -> change(merged, ImprovementState.OPEN), FeedbackProblem.IMPROVEMENT_MERGED);
    }

    private static void assertRefused(Runnable change, FeedbackProblem problem) {
        assertThatThrownBy(change::run).isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.type())
                .isEqualTo(problem));
    }

    private static Improvement fresh() {
        return new Improvement(
                new NewImprovement("Faster parcels", null, null, null, null, null, null), "account:1", NOW);
    }

    private static Optional<ImprovementEvent> change(Improvement improvement, ImprovementState state) {
        return change(improvement, state, NOW);
    }

    private static Optional<ImprovementEvent> change(Improvement improvement, ImprovementState state, Instant now) {
        ImprovementBody body = new ImprovementBody(
                "Faster parcels", null, null, state, "No lorry.", Map.of("en", "Faster.", "de", "Schneller."), null);
        return improvement.change(body, () -> 3, CAUSE, now);
    }
}
