package helpdesk.customer.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What became of a row; in a dry run, what would. */
enum RowOutcome {
    @JsonProperty("created")
    CREATED,
    @JsonProperty("updated")
    UPDATED,
    /** The customer is known, and the row says nothing new. */
    @JsonProperty("unchanged")
    UNCHANGED,
    /** The customer is known, and known ones are left as they are. */
    @JsonProperty("skipped")
    SKIPPED,
    @JsonProperty("failed")
    FAILED
}
