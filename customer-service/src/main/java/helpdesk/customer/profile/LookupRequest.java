package helpdesk.customer.profile;

import helpdesk.platform.contact.EmailAddress;
import helpdesk.platform.text.PlainText;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** By which identities somebody is looked for; none of them when nothing is written. */
public class LookupRequest {

    private static final int LONGEST_HANDLE = Handle.LONGEST_NETWORK + 1 + Handle.LONGEST_HANDLE;

    @Parameter(description = "A mail address, in any case")
    @QueryParam("email")
    @EmailAddress
    String email;

    @Parameter(description = "A phone number with its country code, for example +4930901820")
    @QueryParam("phone")
    @Size(max = 40, message = "A phone number has at most 40 characters.")
    String phone;

    @Parameter(description = "network:handle, or a handle on any network")
    @QueryParam("handle")
    @Size(max = LONGEST_HANDLE, message = "A handle has at most 151 characters.")
    @PlainText
    String handle;

    /**
     * Whom to look for.
     *
     * @throws helpdesk.platform.problem.Problem {@code invalid-parameter} when it can be no phone number
     */
    public Lookup lookup() {
        return Lookup.of(email, phone, handle);
    }
}
