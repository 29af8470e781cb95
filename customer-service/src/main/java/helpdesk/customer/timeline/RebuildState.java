package helpdesk.customer.timeline;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a rebuild stands. */
enum RebuildState {
    @JsonProperty("running")
    RUNNING,
    @JsonProperty("finished")
    FINISHED
}
