package helpdesk.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53100", "40P01", "55P03", "40001"})
    void what_the_database_may_do_later_passes(String state) {
        assertThat(Failures.isTransient(wrapped(new SQLException("No.", state))))
                .isTrue();
    }

    @Test
    void short_memory_passes_however_it_is_wrapped() {
        assertThat(Failures.isTransient(new OutOfMemoryError())).isTrue();
        assertThat(Failures.isTransient(wrapped(new OutOfMemoryError()))).isTrue();
    }

    @Test
    void what_is_wrong_stays_wrong() {
        assertThat(Failures.isTransient(wrapped(new SQLException("No.", "23505"))))
                .isFalse();
        assertThat(Failures.isTransient(wrapped(new StackOverflowError()))).isFalse();
    }

    private static RuntimeException wrapped(Throwable cause) {
        return new IllegalStateException(new RuntimeException(cause));
    }
}
