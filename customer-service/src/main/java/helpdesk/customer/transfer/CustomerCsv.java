package helpdesk.customer.transfer;

import helpdesk.platform.http.Streamed;
import helpdesk.platform.text.SpreadsheetText;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jboss.resteasy.reactive.RestResponse;

/** Comma-separated values (RFC 4180) for spreadsheets, written while they are read. */
final class CustomerCsv {

    static final String MEDIA_TYPE = "text/csv";
    static final int ROWS_AT_ONCE = 1_000;

    private CustomerCsv() {}

    /** A download of this name. */
    static RestResponse<Streamed> answer(String name, Streamed.Source source) {
        return RestResponse.ResponseBuilder.ok(new Streamed(source))
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE + ";charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    static CSVPrinter begin(OutputStream out, List<String> names) throws IOException {
        return new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader(names.toArray(String[]::new))
                        .get());
    }

    /**
     * Writes the report of an import.
     *
     * @param next gives the rows after one of them, none at the end
     */
    static void writeReport(OutputStream out, IntFunction<List<RowView>> next) throws IOException {
        CSVPrinter lines = begin(out, List.of("row", "outcome", "customerId", "problems"));
        List<RowView> some = next.apply(0);
        while (!some.isEmpty()) {
            for (RowView row : some) {
                String problems = row.problems().stream()
                        .map(one -> one.column() == null ? one.detail() : one.column() + ": " + one.detail())
                        .collect(Collectors.joining(" "));
                lines.printRecord(
                        row.row(),
                        row.outcome().name().toLowerCase(Locale.ROOT),
                        row.customerId() == null ? "" : row.customerId(),
                        SpreadsheetText.harmless(problems));
            }
            lines.flush();
            some = next.apply(some.getLast().row());
        }
        lines.flush();
    }
}
