package helpdesk.customer.card;

import helpdesk.customer.profile.LookupRequest;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** All that is good to know of somebody who makes contact (practice 1), in one request. */
@Path("/api/v1/contact-cards")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Customers")
public class ContactCardResource {

    private final ContactCards cards;

    ContactCardResource(ContactCards cards) {
        this.cards = cards;
    }

    @GET
    @Operation(
            operationId = "readContactCards",
            summary = "Who somebody is who makes contact, and what to know before one answers",
            description =
                    "By a mail address, a phone number, a handle, or the customer's id: what to call them and how to "
                            + "say it, their languages and the time where they are, who cares for them, what is open, and what "
                            + "happened last. Empty when nobody is known by it; more than one only for a handle without its "
                            + "network, or for several parameters.")
    public Page<ContactCardView> read(
            @BeanParam @Valid LookupRequest identities,
            @Parameter(description = "The customer's id") @QueryParam("customerId") UUID customerId) {
        return new Page<>(cards.find(identities.lookup(), customerId), null, null);
    }
}
