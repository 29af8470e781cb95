package helpdesk.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import helpdesk.platform.problem.FieldError;
import helpdesk.platform.problem.Problem;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParameterTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void without_a_value_it_counts_as_not_sent(String text) {
        QueryParameter parameter = new QueryParameter("p", text);

        assertThat(parameter.uuid()).isEmpty();
        assertThat(parameter.instant()).isEmpty();
        assertThat(parameter.timeZone()).isEmpty();
        assertThat(parameter.anyOf(DayOfWeek.class)).isEmpty();
    }

    @Test
    void values_are_read() {
        UUID id = UUID.randomUUID();

        assertThat(new QueryParameter("p", id.toString()).uuid()).contains(id);
        assertThat(new QueryParameter("p", "2026-03-29T10:30:00+02:00").instant())
                .contains(Instant.parse("2026-03-29T08:30:00Z"));
        assertThat(new QueryParameter("p", "Asia/Almaty").timeZone()).contains(ZoneId.of("Asia/Almaty"));
        assertThat(new QueryParameter("p", "sunday, monday").anyOf(DayOfWeek.class))
                .containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void a_value_that_cannot_be_read_is_refused_by_name() {
        assertRefused("not-a-uuid", QueryParameter::uuid);
        assertRefused("yesterday", QueryParameter::instant);
        assertRefused("2026-02-30T10:00:00Z", QueryParameter::instant);
        assertRefused("Mars/Olympus", QueryParameter::timeZone);
        assertRefused("monday,", parameter -> parameter.anyOf(DayOfWeek.class));
        assertRefused("MONDAY", parameter -> parameter.anyOf(DayOfWeek.class));
    }

    private static void assertRefused(String text, Function<QueryParameter, ?> read) {
        QueryParameter parameter = new QueryParameter("p", text);
        Problem problem = catchThrowableOfType(Problem.class, () -> read.apply(parameter));
        assertThat(problem.type().code()).isEqualTo("invalid-parameter");
        assertThat(problem.errors()).extracting(FieldError::pointer).containsExactly("?p");
    }
}
