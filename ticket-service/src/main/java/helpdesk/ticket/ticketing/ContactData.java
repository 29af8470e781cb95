package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

/** How the requester can be greeted and reached, in events. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContactData(String name, String preferredName, String email, String phone, Handle handle) {

    static ContactData of(Requester requester) {
        return new ContactData(
                requester.name(), requester.preferredName(), requester.email(), requester.phone(), requester.handle());
    }

    /** Whether there is nothing to call or to reach somebody by. */
    @JsonIgnore
    boolean isEmpty() {
        return name == null && email == null && phone == null && handle == null;
    }
}
