package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;

/**
 * What a customer has said of being told things.
 *
 * @param channel null for all of them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Consent(Purpose purpose, ContactChannel channel, boolean granted, Instant since) {

    static final Comparator<Consent> ORDER = Comparator.comparing(Consent::purpose)
            .thenComparing(Consent::channel, Comparator.nullsFirst(Comparator.naturalOrder()));

    boolean replaces(Consent former) {
        return purpose == former.purpose && (channel == null || channel == former.channel);
    }

    boolean covers(Purpose what, ContactChannel how) {
        return purpose == what && (channel == null || channel == how);
    }
}
