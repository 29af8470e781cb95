package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A customer as the API shows it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CustomerView(
        UUID id,
        String name,
        String preferredName,
        List<String> emails,
        List<String> phones,
        List<Handle> handles,
        List<String> languages,
        String timeZone,
        LocalDate birthday,
        String cultureNotes,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    static CustomerView of(Customer customer) {
        return new CustomerView(
                customer.id(),
                customer.name(),
                customer.preferredName(),
                customer.emails(),
                customer.phones(),
                customer.handles(),
                customer.languages(),
                customer.timeZone(),
                customer.birthday(),
                customer.cultureNotes(),
                customer.createdAt(),
                customer.updatedAt(),
                customer.version());
    }
}
