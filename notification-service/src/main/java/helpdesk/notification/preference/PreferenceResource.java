package helpdesk.notification.preference;

import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** When customers do not want to be disturbed. */
@Path("/api/v1/message-preferences/{customerId}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Messages")
public class PreferenceResource {

    private final PreferenceService service;

    PreferenceResource(PreferenceService service) {
        this.service = service;
    }

    @GET
    @Operation(
            operationId = "readMessagePreference",
            summary = "When a customer does not want to be disturbed",
            description = "Who has said nothing has version 0.")
    public RestResponse<PreferenceView> read(@PathParam("customerId") UUID customerId) {
        PreferenceView preference = service.read(customerId);
        return Versioned.ok(preference, preference.version());
    }

    @PUT
    @Operation(
            operationId = "putMessagePreference",
            summary = "Replaces what a customer has said about being disturbed",
            description = "What is left out is as the organisation, or the profile, has it.")
    public RestResponse<PreferenceView> put(
            @PathParam("customerId") UUID customerId,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            @NotNull(message = "Send {} or what the customer says.") @Valid PutPreference body) {
        PreferenceView preference = service.put(customerId, IfMatch.required(ifMatch), body);
        return Versioned.ok(preference, preference.version());
    }
}
