package helpdesk.ticket.standard;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.page.Phrases;
import helpdesk.platform.problem.ProblemBody;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** What everybody may expect of the service: public, for people and programs. */
@Path("/api/v1/service-standards")
@Tag(name = "Standards", description = "What everybody may expect of the service")
@APIResponse(
        responseCode = "default",
        description = "A problem",
        content = @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = ProblemBody.class)))
public class StandardsResource {

    private static final String A_MINUTE = "public, max-age=60";
    private static final String PAGE = MediaType.TEXT_HTML + ";charset=UTF-8";
    private static final String VARY = "Accept, Accept-Language";

    private final StandardsQuery query;
    private final StandardsPage page;
    private final SettingsService settings;

    StandardsResource(StandardsQuery query, StandardsPage page, SettingsService settings) {
        this.query = query;
        this.page = page;
        this.settings = settings;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "readServiceStandards",
            summary = "What everybody may expect, made from the policies in force (practice 21)",
            description =
                    "In the reader's language: language, else Accept-Language, as far as the page is there in it, else "
                            + "English. A browser, which accepts text/html, is shown a page.")
    @APIResponse(
            responseCode = "200",
            description = "The standards",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = StandardsView.class)))
    public RestResponse<StandardsView> read(
            @Parameter(description = "A BCP 47 tag") @QueryParam("language") @LanguageTag String language,
            @Context HttpHeaders headers) {
        StandardsView view = query.tell(words(language, headers));
        return RestResponse.ResponseBuilder.ok(view)
                .header(HttpHeaders.CACHE_CONTROL, A_MINUTE)
                .header(HttpHeaders.VARY, VARY)
                .header(HttpHeaders.CONTENT_LANGUAGE, view.language())
                .build();
    }

    @GET
    @PermitAll
    @Produces(PAGE + ";qs=0.9")
    @Operation(hidden = true)
    public RestResponse<String> show(
            @QueryParam("language") @LanguageTag String language, @Context HttpHeaders headers) {
        Phrases words = words(language, headers);
        return RestResponse.ResponseBuilder.ok(page.render(query.tell(words), words))
                .type(PAGE)
                .header(HttpHeaders.CACHE_CONTROL, A_MINUTE)
                .header(HttpHeaders.VARY, VARY)
                .header(HttpHeaders.CONTENT_LANGUAGE, words.language())
                .header("Content-Security-Policy", StandardsPage.contentSecurityPolicy())
                .build();
    }

    @GET
    @Path("/settings")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(operationId = "readServiceStandardsSettings", summary = "What the page says beside the policies")
    @APIResponse(responseCode = "200", description = "The settings")
    public RestResponse<SettingsView> settings() {
        SettingsView view = SettingsView.of(settings.read());
        return Versioned.ok(view, view.version());
    }

    @PATCH
    @Path("/settings")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "changeServiceStandardsSettings",
            summary = "Says who promises, how you are reached, and how complaints are settled")
    @APIResponse(responseCode = "200", description = "The settings as they became")
    @RequestBody(
            content =
                    @Content(mediaType = MergePatch.MEDIA_TYPE, schema = @Schema(implementation = SettingsBody.class)))
    public RestResponse<SettingsView> patch(
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        SettingsView view = SettingsView.of(settings.patch(IfMatch.required(ifMatch), patch));
        return Versioned.ok(view, view.version());
    }

    private static Phrases words(String language, HttpHeaders headers) {
        return StandardsLanguages.in(language, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
