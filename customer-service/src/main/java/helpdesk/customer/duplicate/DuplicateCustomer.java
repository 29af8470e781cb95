package helpdesk.customer.duplicate;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.customer.profile.CustomerView;
import helpdesk.customer.profile.Handle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What is good to know of a profile before it is merged. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DuplicateCustomer(
        UUID id,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<Handle> handles,
        Instant lastContactAt,
        Instant createdAt) {

    static DuplicateCustomer of(CustomerView view) {
        return new DuplicateCustomer(
                view.id(),
                view.name(),
                view.preferredName(),
                view.emails(),
                view.phones(),
                view.handles(),
                view.lastContactAt(),
                view.createdAt());
    }
}
