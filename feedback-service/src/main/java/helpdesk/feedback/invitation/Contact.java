package helpdesk.feedback.invitation;

import com.fasterxml.jackson.annotation.JsonInclude;

/** How the requester can be greeted and reached, as ticket events tell it. Anything may be null. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Contact(String name, String preferredName, String email, String phone, Handle handle) {

    /** A name on a social network. */
    public record Handle(String network, String handle) {}
}
