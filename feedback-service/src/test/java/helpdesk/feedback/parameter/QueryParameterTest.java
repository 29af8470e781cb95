package helpdesk.feedback.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParameterTest {

    @Test
    void a_time_is_read_with_any_offset() {
        assertThat(new QueryParameter("from", "2026-03-29T10:30:00+02:00").instant())
                .contains(Instant.parse("2026-03-29T08:30:00Z"));
        assertThat(new QueryParameter("from", "2026-03-29T10:30:00 02:00").instant())
                .contains(Instant.parse("2026-03-29T08:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-03-29", "2026-13-01T00:00:00Z", "-0001-01-01T00:00:00Z"})
    void what_is_no_time_is_named(String text) {
        assertNames("?from", () -> new QueryParameter("from", text).instant());
    }

    @Test
    void a_time_no_database_can_hold_is_refused() {
        assertNames("?to", () -> new QueryParameter("to", "+999999999-12-31T00:00:00Z").instant());
    }

    @Test
    void one_of_several_is_read_by_its_name_on_the_wire() {
        assertThat(new QueryParameter("day", "monday").oneOf(DayOfWeek.values()))
                .contains(DayOfWeek.MONDAY);
        assertNames("?day", () -> new QueryParameter("day", "MONDAY").oneOf(DayOfWeek.values()));
    }

    @Test
    void what_is_absent_is_empty() {
        assertThat(new QueryParameter("from", null).instant()).isEmpty();
        assertThat(new QueryParameter("day", "").oneOf(DayOfWeek.values())).isEmpty();
    }

    private static void assertNames(String pointer, ThrowingCallable call) {
        assertThatThrownBy(call).asInstanceOf(type(Problem.class)).satisfies(problem -> {
            assertThat(problem.type().code()).isEqualTo("invalid-parameter");
            assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly(pointer);
        });
    }
}
