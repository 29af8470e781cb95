package helpdesk.customer.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something by which a customer is recognised.
 *
 * @param network the network of a handle
 * @param addedAt since when it is the customer's; absent when that is longer ago than it was kept
 * @param verifiedAt since when it is known for sure
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Identity")
record IdentityView(String kind, String network, String value, boolean verified, Instant addedAt, Instant verifiedAt) {

    static IdentityView of(Identity identity) {
        return new IdentityView(
                identity.kind().stored(),
                identity.network().isEmpty() ? null : identity.network(),
                identity.written(),
                identity.verifiedAt() != null,
                identity.addedAt(),
                identity.verifiedAt());
    }
}
