package helpdesk.customer.transfer;

import helpdesk.platform.problem.PlatformProblem;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a file of comma-separated values (RFC 4180) in UTF-8, some rows at a time. */
final class ImportFile {

    static final int MOST_ROWS = 100_000;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final int LONGEST_CELL = 5_000;
    private static final int MARK = 0xFEFF;

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private ImportFile() {}

    /**
     * Reads all rows.
     *
     * @param rows takes some rows, and how many came before
     * @return how many there are
     * @throws helpdesk.platform.problem.Problem {@code invalid-request} for what is no such file, for columns that are not known,
     *     for more than 100,000 rows
     */
    static int read(InputStream file, ObjIntConsumer<List<Map<String, String>>> rows) {
        try (CSVParser parser = CSVParser.parse(utf8(file), FORMAT)) {
            requireColumns(parser.getHeaderNames());
            int before = 0;
            List<Map<String, String>> some = new ArrayList<>(ROWS_AT_ONCE);
            for (CSVRecord record : parser) {
                some.add(cells(record, before + some.size() + 1));
                if (before + some.size() > MOST_ROWS) {
                    throw wrong("A file has at most 100,000 rows. Make several of it.");
                }
                if (some.size() == ROWS_AT_ONCE) {
                    rows.accept(some, before);
                    before += some.size();
                    some.clear();
                }
            }
            rows.accept(some, before);
            return before + some.size();
        } catch (CharacterCodingException e) {
            throw wrong("The file is not in UTF-8. Save it as CSV UTF-8.");
        } catch (CSVException e) {
            throw wrong("This is no CSV file (RFC 4180): " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw wrong("The names of the columns are in the first line, each once.");
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException || e.getCause() instanceof CharacterCodingException
                    ? wrong("This is no CSV file in UTF-8 (RFC 4180). Look for quotation marks that do not end.")
                    : e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader utf8(InputStream file) throws IOException {
        Reader reader = new BufferedReader(new InputStreamReader(
                file,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        // Spreadsheets write a mark before the first letter.
        reader.mark(1);
        if (reader.read() != MARK) {
            reader.reset();
        }
        return reader;
    }

    private static void requireColumns(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!CustomerColumns.isKnown(name)) {
                throw wrong("There is no column “%s”. Columns are %s, and customFields. with a key."
                        .formatted(shortened(name), String.join(", ", CustomerColumns.all())));
            }
            if (!seen.add(name)) {
                throw wrong("The column “%s” is there twice.".formatted(name));
            }
        }
        if (!seen.contains("name")) {
            throw wrong("The first line names the columns; name is one of them.");
        }
    }

    private static Map<String, String> cells(CSVRecord record, int row) {
        if (!record.isConsistent()) {
            throw wrong("Row %d has %d cells, and not as many as there are columns.".formatted(row, record.size()));
        }
        Map<String, String> cells = new LinkedHashMap<>();
        record.toMap().forEach((column, cell) -> {
            if (cell.length() > LONGEST_CELL || cell.indexOf('\0') >= 0) {
                throw wrong("Row %d has a cell that is longer than 5,000 characters, or holds none: %s."
                        .formatted(row, column));
            }
            if (!cell.isBlank()) {
                cells.put(column, cell);
            }
        });
        return cells;
    }

    private static String shortened(String name) {
        return name.length() > 50 ? name.substring(0, 50) + "…" : name;
    }

    private static RuntimeException wrong(String advice) {
        return PlatformProblem.INVALID_REQUEST.at("", advice);
    }
}
