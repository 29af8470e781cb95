package helpdesk.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadProgressTest {

    @Test
    void itTellsHowFarItIsAndHowLongTheRestTakes() {
        assertThat(LoadProgress.line(250_000, 1_000_000, 3_750_000, Duration.ofSeconds(50)))
                .isEqualTo("   25 %  250,000 tickets  3,750,000 rows  75,000 rows/s  2 min 30 s left");
        assertThat(LoadProgress.line(1_000, 1_000, 15_000, Duration.ofSeconds(1)))
                .contains("100 %", "0 s left");
    }

    @Test
    void beforeTheFirstBatchNobodyKnows() {
        assertThat(LoadProgress.line(0, 10, 0, Duration.ofSeconds(5))).contains("  0 %", "? left");
    }
}
