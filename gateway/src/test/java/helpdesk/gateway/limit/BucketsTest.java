package helpdesk.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final Policy POLICY = new Policy("anonymous", 60);

    private final StillTime time = new StillTime();
    private final Buckets buckets = new Buckets(new Policies(new Sixty()), time);

    @Test
    void all_of_it_may_come_at_once_and_grows_back_evenly() {
        takeAll("a");
        assertThat(buckets.take(POLICY, "a").isConsumed()).isFalse();
        time.pass(Duration.ofSeconds(1));
        assertThat(buckets.take(POLICY, "a").isConsumed()).isTrue();
        assertThat(buckets.take(POLICY, "a").isConsumed()).isFalse();
        time.pass(Duration.ofMinutes(2));
        assertThat(buckets.take(POLICY, "a").getRemainingTokens()).isEqualTo(59);
    }

    @Test
    void what_is_refused_is_not_told_and_what_was_told_is_not_told_again() {
        takeAll("a");
        buckets.take(POLICY, "a");
        buckets.take(POLICY, "b");
        assertThat(buckets.used(10))
                .containsExactly(new Buckets.Use("anonymous a", 60), new Buckets.Use("anonymous b", 1));
        assertThat(buckets.used(10)).isEmpty();
    }

    @Test
    void who_does_the_most_is_told_first() {
        buckets.take(POLICY, "a");
        buckets.take(POLICY, "b");
        buckets.take(POLICY, "b");
        assertThat(buckets.used(1)).isEqualTo(List.of(new Buckets.Use("anonymous b", 2)));
    }

    @Test
    void what_was_done_elsewhere_is_taken_but_not_owed() {
        buckets.usedElsewhere(new Buckets.Use("anonymous a", 1_000));
        assertThat(buckets.take(POLICY, "a").isConsumed()).isFalse();
        time.pass(Duration.ofSeconds(1));
        assertThat(buckets.take(POLICY, "a").isConsumed()).isTrue();
        assertThat(buckets.used(10)).containsExactly(new Buckets.Use("anonymous a", 1));
    }

    @Test
    void a_limit_that_only_another_instance_knows_is_ignored() {
        buckets.usedElsewhere(new Buckets.Use("unknown a", 1_000));
        buckets.usedElsewhere(new Buckets.Use("nonsense", 1_000));
        buckets.usedElsewhere(new Buckets.Use("sign-in a", 1_000));
        assertThat(buckets.take(POLICY, "a").isConsumed()).isTrue();
    }

    private void takeAll(String subject) {
        for (int i = 0; i < POLICY.quota(); i++) {
            assertThat(buckets.take(POLICY, subject).isConsumed()).isTrue();
        }
    }

    private static final class StillTime implements TimeMeter {

        private long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    private record Sixty() implements LimitSettings {

        private static final Rates NONE = new Rates() {
            @Override
            public int reads() {
                return 0;
            }

            @Override
            public int writes() {
                return 0;
            }

            @Override
            public int streams() {
                return 0;
            }
        };

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public int address() {
            return 0;
        }

        @Override
        public int signIn() {
            return 0;
        }

        @Override
        public int anonymous() {
            return 60;
        }

        @Override
        public Rates account() {
            return NONE;
        }

        @Override
        public Rates apiKey() {
            return NONE;
        }
    }
}
