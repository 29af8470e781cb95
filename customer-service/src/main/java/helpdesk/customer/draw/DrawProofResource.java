package helpdesk.customer.draw;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What anybody needs to check a draw: public, or nobody would have to believe it. */
@Path("/api/v1/draws/{id}")
@PermitAll
@Tag(name = "Rewards")
public class DrawProofResource {

    private final DrawService service;

    DrawProofResource(DrawService service) {
        this.service = service;
    }

    @GET
    @Path("/proof")
    @Operation(operationId = "readDrawProof", summary = "All that is needed to check a draw, for everybody")
    public DrawProof proof(@PathParam("id") UUID id) {
        return service.proof(id);
    }

    @GET
    @Path("/entries.txt")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(operationId = "readDrawEntries", summary = "The entries that were drawn from, one a line, for everybody")
    @APIResponse(
            responseCode = "200",
            description = "Its SHA-256 is the entriesDigest of the proof",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "409", description = "draw-not-drawn")
    public String entries(@PathParam("id") UUID id) {
        return service.entries(id).stream().map(entry -> entry + "\n").collect(Collectors.joining());
    }
}
