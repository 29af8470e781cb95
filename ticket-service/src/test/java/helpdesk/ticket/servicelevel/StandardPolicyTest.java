package helpdesk.ticket.servicelevel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardPolicyTest {

    @ParameterizedTest
    @EnumSource
    void every_goal_is_tighter_than_its_promise(Metric metric) {
        Target target = StandardPolicy.target(metric);

        assertThat(target.goal()).isPositive().isLessThan(target.promise());
    }

    @Test
    void customers_are_greeted_in_30_to_40_seconds() {
        assertThat(StandardPolicy.target(Metric.ACKNOWLEDGEMENT))
                .isEqualTo(new Target(Duration.ofSeconds(30), Duration.ofSeconds(40)));
    }

    @Test
    void customers_are_answered_in_8_to_10_hours() {
        Target reply = new Target(Duration.ofHours(8), Duration.ofHours(10));

        assertThat(StandardPolicy.target(Metric.FIRST_REPLY)).isEqualTo(reply);
        assertThat(StandardPolicy.target(Metric.NEXT_REPLY)).isEqualTo(reply);
    }

    @Test
    void a_goal_later_than_its_promise_is_refused() {
        assertThatThrownBy(() -> new Target(Duration.ofSeconds(41), Duration.ofSeconds(40)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
