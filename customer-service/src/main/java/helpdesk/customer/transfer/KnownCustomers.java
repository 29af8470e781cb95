package helpdesk.customer.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an import does with customers who are known already, by an address of theirs. */
enum KnownCustomers {
    /** What the row says counts; what it does not say stays. */
    @JsonProperty("update")
    UPDATE,
    /** They stay as they are. */
    @JsonProperty("skip")
    SKIP
}
