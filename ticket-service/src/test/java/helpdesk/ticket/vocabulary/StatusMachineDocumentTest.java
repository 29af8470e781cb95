package helpdesk.ticket.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The status machine as the documentation shows it is the one that runs. */
class StatusMachineDocumentTest {

    private static final Path DOCUMENT =
            Contracts.directory().resolveSibling("docs").resolve("status-machine.md");

    @Test
    void the_table_in_the_documentation_is_the_one_that_runs() throws IOException {
        String table = document();
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(DOCUMENT, table);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("%s is not the machine that runs; run the tests with -Dcontracts.update=true", DOCUMENT)
                .isEqualTo(table);
    }

    private static String document() {
        StringBuilder text = new StringBuilder("""
                # The status machine of a ticket

                Written from the code by a test, which fails when they differ. A row is where a ticket stands, a column where somebody
                wants it; every other way is refused with `409 transition-not-allowed` and the allowed ones.

                """);
        text.append("| from \\ to |");
        for (TicketStatus to : TicketStatus.values()) {
            text.append(" `").append(to.wireName()).append("` |");
        }
        text.append("\n|---|")
                .append("---|".repeat(TicketStatus.values().length))
                .append('\n');
        for (TicketStatus from : TicketStatus.values()) {
            text.append("| `").append(from.wireName()).append("` |");
            for (TicketStatus to : TicketStatus.values()) {
                text.append(from.allowedNext().contains(to) ? " by hand |" : " " + other(from, to) + " |");
            }
            text.append('\n');
        }
        return text.append("""

                - A new ticket that somebody is given is open at once.
                - A reply of the customer opens what is pending, on hold or resolved; a closed one is followed up by a new ticket.
                - `resolved` needs a resolution, and somebody who has the ticket, unless its requester solved it.
                - `closed` is final. It comes by rule some days after `resolved`, at once when the requester confirms, and by a merge,
                  which can be taken back for 30 days.
                """).toString();
    }

    private static String other(TicketStatus from, TicketStatus to) {
        if (from == to) {
            return "·";
        }
        if (to == TicketStatus.CLOSED) {
            return from == TicketStatus.RESOLVED ? "by rule" : "by merge";
        }
        return "";
    }
}
