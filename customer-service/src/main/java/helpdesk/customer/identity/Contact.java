package helpdesk.customer.identity;

import helpdesk.customer.profile.Handle;
import helpdesk.customer.profile.Identity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a ticket or an event tells of a person. All of it may be absent. */
public record Contact(String name, String preferredName, String email, String phone, Handle handle) {

    /** By what the person can be recognised, the surest first; what can be no identity is left out. */
    public List<Identity> identities() {
        return Stream.of(Identity.email(email), Identity.phone(phone), Identity.handle(handle))
                .flatMap(Optional::stream)
                .toList();
    }
}
