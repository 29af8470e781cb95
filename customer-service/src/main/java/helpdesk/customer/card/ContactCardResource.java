package helpdesk.customer.card;

import helpdesk.customer.profile.Lookup;
import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.text.PlainText;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
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
            @Parameter(description = "A mail address, in any case") @QueryParam("email") @EmailAddress String email,
            @Parameter(description = "A phone number with its country code, for example +4930901820")
                    @QueryParam("phone")
                    @Size(max = 40, message = "A phone number has at most 40 characters.")
                    String phone,
            @Parameter(description = "network:handle, or a handle on any network")
                    @QueryParam("handle")
                    @Size(max = Lookup.LONGEST_HANDLE, message = "A handle has at most 151 characters.")
                    @PlainText
                    String handle,
            @Parameter(description = "The customer's id") @QueryParam("customerId") UUID customerId) {
        return new Page<>(cards.find(Lookup.of(email, phone, handle), customerId), null, null);
    }
}
