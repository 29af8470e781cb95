package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** How the requester can be greeted and reached, as ticket events tell it. Anything may be null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(String name, String preferredName, String email, String phone, Handle handle) {

    /** Whether there is any way to them. */
    @JsonIgnore
    boolean isReachable() {
        return email != null || phone != null || handle != null;
    }

    /** A name on a social network. */
    public record Handle(String network, String handle) {}
}
