package helpdesk.gateway.document;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What the services tell each other, and everybody who reads the log of events. */
@Path("/api/v1/asyncapi")
@PermitAll
@Tag(name = "Operations")
public class EventDocumentResource {

    private final EventDocument document;

    EventDocumentResource(EventDocument document) {
        this.document = document;
    }

    @GET
    @Produces({"application/json", "application/yaml"})
    @Operation(summary = "The events of all services as one AsyncAPI 3.0 document, with their schemas in it")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    public RestResponse<String> readEventDocument(
            @Parameter(description = "json or yaml") @QueryParam("format") @DefaultValue("json") String format) {
        return switch (format) {
            case "json" -> DocumentResource.answer(document.json(), "application/json");
            case "yaml" -> DocumentResource.answer(document.yaml(), "application/yaml");
            default -> throw PlatformProblem.INVALID_PARAMETER.at("?format", "The format is json or yaml.");
        };
    }
}
