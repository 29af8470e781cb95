package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the requester of a ticket was known by. */
public enum IdentifiedBy {
    @JsonProperty("email")
    EMAIL,
    @JsonProperty("phone")
    PHONE,
    @JsonProperty("handle")
    HANDLE,
    /** By nothing: the profile was made for this ticket. */
    @JsonProperty("created")
    CREATED;

    /** By a known identity of this kind. */
    public static IdentifiedBy of(IdentityKind kind) {
        return switch (kind) {
            case EMAIL -> EMAIL;
            case PHONE -> PHONE;
            case HANDLE -> HANDLE;
        };
    }
}
