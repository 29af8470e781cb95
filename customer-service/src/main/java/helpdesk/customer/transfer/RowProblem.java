package helpdesk.customer.transfer;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is wrong with a row.
 *
 * @param column where; absent when it is the row as a whole
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RowProblem")
record RowProblem(String column, String detail) {}
