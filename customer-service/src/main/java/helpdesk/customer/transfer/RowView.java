package helpdesk.customer.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a row.
 *
 * @param row 1 for the first below the names of the columns
 * @param customerId whose profile it is; absent for what failed, and for who would be new in a dry run
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "ImportedRow")
record RowView(int row, RowOutcome outcome, UUID customerId, List<RowProblem> problems) {}
