package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CopyBufferTest {

    private final CopyBuffer buffer = new CopyBuffer();

    @Test
    void valuesStandInColumns() {
        UUID id = UUID.fromString("01900000-0000-7000-8000-00000000f00d");
        buffer.value(id)
                .value(-1042)
                .value("plain")
                .value((String) null)
                .value((UUID) null)
                .value(true)
                .endRow();
        buffer.value(0).value(Long.MIN_VALUE).value(false).none().endRow();
        assertThat(text())
                .isEqualTo("01900000-0000-7000-8000-00000000f00d\t-1042\tplain\t\\N\t\\N\tt\n"
                        + "0\t-9223372036854775808\tf\t\\N\n");
    }

    @Test
    void whatCopyWouldMisreadIsEscaped() {
        buffer.value("a\tb\nc\rd\\e").endRow();
        assertThat(text()).isEqualTo("a\\tb\\nc\\rd\\\\e\n");
    }

    @Test
    void everyScriptIsWrittenInUtf8() {
        String all = "Größe ñ қазақ বাংলা हिन्दी தமிழ் 🙂";
        buffer.value(all).endRow();
        assertThat(text()).isEqualTo(all + "\n");
    }

    @Test
    void lowerCaseIsOfEveryScriptAndLatinLettersLoseTheirAccents() {
        buffer.appendFolded("x SN-Қазақ-É", 2, 12);
        assertThat(text()).isEqualTo("sn-қазақ-e");
    }

    @Test
    void timesAreToTheMicrosecond() {
        Instant time = Instant.parse("2026-11-22T03:04:05.000678Z");
        buffer.time(ChronoUnit.MICROS.between(Instant.EPOCH, time)).time(0).endRow();
        assertThat(text()).isEqualTo("2026-11-22 03:04:05.000678+00\t\\N\n");
    }

    @Test
    void itGrowsAndIsUsedAgain() {
        String whole = "ক".repeat(100_000);
        buffer.value(whole).endRow();
        assertThat(text()).isEqualTo(whole + "\n");
        buffer.clear();
        buffer.value("short").endRow();
        assertThat(text()).isEqualTo("short\n");
    }

    private String text() {
        return new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8);
    }
}
