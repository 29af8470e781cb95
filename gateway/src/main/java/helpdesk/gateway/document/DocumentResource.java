package helpdesk.gateway.document;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** This document. */
@Path("/api/v1/openapi")
@PermitAll
@Tag(name = "Operations")
public class DocumentResource {

    private final ApiDocument document;

    DocumentResource(ApiDocument document) {
        this.document = document;
    }

    @GET
    @Produces({"application/json", "application/yaml"})
    @Operation(summary = "The API of all services as one OpenAPI 3.1 document; /docs is a page to try it")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Object.class)))
    public RestResponse<String> readApiDocument(
            @Parameter(description = "json or yaml; postman for a collection of requests, which Bruno imports too")
                    @QueryParam("format")
                    @DefaultValue("json")
                    String format) {
        return switch (format) {
            case "json" -> answer(document.json(), "application/json");
            case "yaml" -> answer(document.yaml(), "application/yaml");
            case "postman" -> answer(document.postman(), "application/json");
            default -> throw PlatformProblem.INVALID_PARAMETER.at("?format", "The format is json, yaml or postman.");
        };
    }

    static RestResponse<String> answer(String body, String mediaType) {
        return ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                .build();
    }
}
