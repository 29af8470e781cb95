package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TicketWriterTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void theSameSeedAndNumberGiveTheSameRows() {
        for (LoadedTable table : LoadedTable.values()) {
            assertThat(rows(1, 1001, table)).isEqualTo(rows(1, 1001, table)).isNotEmpty();
            assertThat(rows(1, 1001, table)).isNotEqualTo(rows(2, 1001, table));
            assertThat(rows(1, 1001, table)).isNotEqualTo(rows(1, 2001, table));
        }
    }

    @Test
    void rowsHaveAsManyValuesAsTheirTableHasColumns() {
        for (LoadedTable table : LoadedTable.values()) {
            int columns = table.copy().split(",").length;
            assertThat(rows(1, 1001, table))
                    .allSatisfy(row -> assertThat(row.split("\t", -1)).hasSize(columns));
        }
    }

    @Test
    void theDocumentHoldsTheWordsOfTheTicket() {
        List<String> tickets = rows(1, 1001, LoadedTable.TICKET);
        List<String> documents = rows(1, 1001, LoadedTable.TICKET_SEARCH);
        for (int place = 0; place < tickets.size(); place++) {
            String[] ticket = tickets.get(place).split("\t");
            String document = documents.get(place);
            assertThat(document).contains("'hd':1 '" + ticket[3] + "':2");
            String[] words = (ticket[4] + " " + ticket[5] + " " + ticket[11]).split("[^\\p{L}\\p{M}\\p{N}]+");
            assertThat(Arrays.stream(words).map(word -> "'" + folded(word) + "':"))
                    .allSatisfy(word -> assertThat(document).contains(word));
        }
    }

    /** In lower case; Latin letters without their accents. */
    private static String folded(String word) {
        String lower = word.toLowerCase(Locale.ROOT).replace("ß", "ss");
        return Normalizer.normalize(
                Normalizer.normalize(lower, Normalizer.Form.NFD).replaceAll("(?<=[a-z])\\p{M}+", ""),
                Normalizer.Form.NFC);
    }

    private static List<String> rows(long seed, long firstNumber, LoadedTable table) {
        LoadOrder order = LoadOrder.of(200, seed, NOW);
        TicketBatch batch = new TicketBatch();
        TicketWriter writer = new TicketWriter(order, List.of(), new Vocabulary(), batch);
        for (int index = 0; index < 200; index++) {
            writer.add(firstNumber + index, order.position(index));
        }
        CopyBuffer buffer = batch.of(table);
        List<String> rows = new String(buffer.bytes(), 0, buffer.length(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(batch.rows(table)).isEqualTo(rows.size());
        return rows;
    }
}
