package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What can become of an identity. */
enum IdentityChange {
    @JsonProperty("added")
    ADDED,
    @JsonProperty("removed")
    REMOVED,
    @JsonProperty("verified")
    VERIFIED,
    /** It was another customer's before. */
    @JsonProperty("moved_here")
    MOVED_HERE,
    /** It is another customer's now. */
    @JsonProperty("moved_away")
    MOVED_AWAY
}
