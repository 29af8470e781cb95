package helpdesk.feedback.improvement;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What customers would have us improve. */
@Path("/api/v1/suggestions")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Improvements")
public class SuggestionResource {

    private final SuggestionService service;
    private final Cursors cursors;

    SuggestionResource(SuggestionService service, Cursors cursors) {
        this.service = service;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listSuggestions",
            summary = "What customers answered to questions of the kind improvement, the newest first",
            description = "Until an improvement takes it up, or somebody dismisses it.")
    public Page<SuggestionView> list(
            @Parameter(description = "Only those in this language; en has en-GB, too")
                    @QueryParam("language")
                    @LanguageTag
                    String language,
            @Parameter(description = "Only those with this in their text, in capitals or not")
                    @QueryParam("q")
                    @Size(max = 200, message = "Look for at most 200 characters.")
                    String words,
            @BeanParam @Valid PageRequest page) {
        String list = "suggestions " + language + " " + words;
        List<String> after = cursors.open(page.after(), list);
        UUID last = after.isEmpty() ? null : UUID.fromString(after.getFirst());
        return Page.of(
                service.open(language, words, last, page.limitPlusOne()),
                page.limit(),
                suggestion -> suggestion,
                suggestion -> cursors.seal(List.of(suggestion.responseId().toString()), list));
    }

    @POST
    @Path("/{responseId}/dismissal")
    @Idempotent
    @Operation(
            operationId = "dismissSuggestion",
            summary = "Lets nothing follow from a suggestion",
            description = "An improvement can still take it up.")
    @APIResponse(
            responseCode = "201",
            description = "The suggestion",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = SuggestionView.class)))
    public RestResponse<SuggestionView> dismiss(@PathParam("responseId") UUID responseId) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, service.dismiss(responseId))
                .build();
    }
}
