package helpdesk.customer.privacy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an erasure is. */
enum ErasureState {
    /** Services were asked, and have not all given their receipts. */
    @JsonProperty("erasing")
    ERASING,
    /** All have given their receipts; what was under way between them arrives. Then they are asked once more. */
    @JsonProperty("draining")
    DRAINING,
    /** The topics are cleared of what speaks of the person. */
    @JsonProperty("clearing")
    CLEARING,
    @JsonProperty("done")
    DONE
}
