package helpdesk.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAlignedAndNumbersStandToTheRight() {
        Table table = new Table(1)
                .row("part", "memory", "state")
                .row("kafka", "230 MB", "ready")
                .row("total", "1 GB");
        assertThat(table.lines())
                .containsExactly(
                        "  part   memory  state", //
                        "  kafka  230 MB  ready",
                        "  total    1 GB");
    }
}
