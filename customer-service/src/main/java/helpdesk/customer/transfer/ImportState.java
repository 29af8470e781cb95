package helpdesk.customer.transfer;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an import stands. */
enum ImportState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("finished")
    FINISHED,
    /** Somebody stopped it; what was taken over until then stays. */
    @JsonProperty("cancelled")
    CANCELLED
}
