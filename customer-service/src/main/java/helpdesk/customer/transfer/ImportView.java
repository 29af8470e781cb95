package helpdesk.customer.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How far an import is.
 *
 * @param dryRun whether it only tells what it would do
 * @param done how many rows were looked at
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CustomerImport")
record ImportView(
        UUID id,
        ImportState state,
        boolean dryRun,
        KnownCustomers known,
        int rows,
        int done,
        int percent,
        int created,
        int updated,
        int unchanged,
        int skipped,
        int failed,
        String startedBy,
        Instant startedAt,
        Instant finishedAt) {}
