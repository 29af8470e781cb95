package helpdesk.gateway.audit;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who did what to accounts and keys, and who signed in. */
@Path("/api/v1/audit-log")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Audit log")
public class AuditResource {

    private final AuditQuery query;

    AuditResource(AuditQuery query) {
        this.query = query;
    }

    @GET
    @Operation(
            operationId = "listAuditLog",
            summary = "What was done to accounts and keys, and who signed in or tried to, the newest first",
            description = "Entries are never changed or removed, and each has the hash of the one before it.")
    @APIResponse(responseCode = "200", description = "A page of entries")
    public Page<AuditEntry> list(@BeanParam AuditFilter filter, @BeanParam @Valid PageRequest page) {
        return query.list(filter, page);
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyAuditLog",
            summary = "Whether anybody changed the audit log",
            description = "Looks at up to 100,000 entries; go on with next as from.")
    @APIResponse(responseCode = "200", description = "What was found")
    public AuditVerification verify(
            @Parameter(description = "The number of the first entry to look at")
                    @QueryParam("from")
                    @DefaultValue("1")
                    @Min(value = 1, message = "Entries are numbered from 1 on.")
                    long from) {
        return query.verify(from);
    }
}
