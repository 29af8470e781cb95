package helpdesk.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpstreamTest {

    private final Instance first = instance(1);
    private final Instance second = instance(2);
    private final Instance third = instance(3);
    private final Upstream upstream = new Upstream("ticket-service", false, List.of(first, second, third), null);

    @Test
    void all_of_them_get_requests() {
        assertThat(chosen(null)).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void the_busiest_of_three_gets_none() {
        second.begin();
        assertThat(chosen(null)).containsExactlyInAnyOrder(first, third);
    }

    @Test
    void the_one_that_just_failed_is_asked_only_when_there_is_no_other() {
        assertThat(chosen(first)).containsExactlyInAnyOrder(second, third);
        leaveAlone(second);
        leaveAlone(third);
        assertThat(chosen(first)).containsExactly(first);
    }

    @Test
    void one_that_is_not_ready_is_asked_only_when_none_is() {
        first.ready(false);
        third.ready(false);
        assertThat(chosen(null)).containsExactly(second);
        second.ready(false);
        assertThat(chosen(null)).containsExactlyInAnyOrder(first, second, third);
    }

    @Test
    void none_is_asked_when_all_have_failed_too_often() {
        leaveAlone(first);
        leaveAlone(second);
        leaveAlone(third);
        assertThat(upstream.choose(null)).isEmpty();
    }

    @Test
    void a_tenth_of_the_calls_may_be_repeated_and_a_few_more() {
        RetryBudget budget = new RetryBudget();
        int repeated = 0;
        for (int call = 0; call < 1_000; call++) {
            budget.called();
            if (budget.take()) {
                repeated++;
            }
        }
        assertThat(repeated).isBetween(100, 111);
    }

    private Set<Instance> chosen(Instance tried) {
        Set<Instance> chosen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            chosen.add(upstream.choose(tried).orElseThrow());
        }
        return chosen;
    }

    private static void leaveAlone(Instance instance) {
        instance.failed();
    }

    private static Instance instance(int port) {
        return new Instance("localhost", port, 1, () -> 0);
    }
}
