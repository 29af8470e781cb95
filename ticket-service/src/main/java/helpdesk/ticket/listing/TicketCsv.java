package helpdesk.ticket.listing;

import helpdesk.platform.text.SpreadsheetText;
import helpdesk.ticket.ticketing.TicketView;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Tickets as lines of comma-separated values (RFC 4180), for spreadsheets. */
final class TicketCsv {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "number",
                    "id",
                    "subject",
                    "type",
                    "channel",
                    "status",
                    "priority",
                    "requester",
                    "email",
                    "phone",
                    "customerId",
                    "assignee",
                    "group",
                    "tier",
                    "category",
                    "cause",
                    "tags",
                    "language",
                    "externalId",
                    "satisfaction",
                    "createdAt",
                    "updatedAt",
                    "resolution")
            .get();

    private final CSVPrinter lines;

    /** Begins with a line of names. */
    TicketCsv(OutputStream out) throws IOException {
        lines = new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), FORMAT);
    }

    /** Writes these tickets, and lets them go. */
    void write(List<TicketView> tickets) {
        try {
            for (TicketView ticket : tickets) {
                TicketView.RequesterView requester = ticket.requester();
                lines.printRecord(Stream.of(
                                ticket.number(),
                                ticket.id(),
                                ticket.subject(),
                                ticket.type().wireName(),
                                ticket.channel().wireName(),
                                ticket.status().wireName(),
                                ticket.priority().wireName(),
                                requester.name(),
                                requester.email(),
                                requester.phone(),
                                requester.customerId(),
                                ticket.assignee() == null
                                        ? null
                                        : ticket.assignee().name(),
                                ticket.group(),
                                ticket.tier(),
                                ticket.category(),
                                ticket.cause(),
                                String.join(" ", ticket.tags()),
                                ticket.language(),
                                ticket.externalId(),
                                ticket.satisfaction() == null
                                        ? null
                                        : ticket.satisfaction().score(),
                                ticket.createdAt(),
                                ticket.updatedAt(),
                                ticket.resolution())
                        .map(SpreadsheetText::harmless)
                        .toList());
            }
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
