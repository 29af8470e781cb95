package helpdesk.notification.template;

import helpdesk.platform.contact.LanguageTag;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The words of messages, which organisations may change. */
@Path("/api/v1/message-templates")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Messages")
public class TemplateResource {

    private final TemplateService service;
    private final TemplateQuery query;
    private final Previews previews;

    TemplateResource(TemplateService service, TemplateQuery query, Previews previews) {
        this.service = service;
        this.query = query;
        this.previews = previews;
    }

    @GET
    @Operation(
            operationId = "listMessageTemplates",
            summary = "What messages can tell, in which languages, and what their words may and have to say")
    public Page<TemplateView> list() {
        return query.list();
    }

    @GET
    @Path("/{content}")
    @Operation(
            operationId = "readMessageTemplate",
            summary = "The words in force",
            description =
                    "The nearest language is taken (RFC 4647, lookup). The ETag is the number of the version, 0 for"
                            + " the built-in words.")
    public RestResponse<WordsView> read(
            @PathParam("content") String content,
            @Parameter(description = "A BCP 47 language tag, for example de-AT") @LanguageTag @QueryParam("language")
                    String language) {
        WordsView words = query.read(content, language);
        return Versioned.ok(words, words.version());
    }

    @POST
    @Path("/{content}/versions")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(
            operationId = "saveMessageTemplate",
            summary = "Saves words of one's own",
            description = "They are in force at once, or with draft after their publication. Saved words never change.")
    @APIResponse(responseCode = "201", description = "Saved")
    public RestResponse<TemplateVersionView> save(
            @PathParam("content") String content,
            @NotNull(message = "Send the words.") @Valid NewTemplateVersion body) {
        TemplateVersionView version = service.save(content, body);
        return RestResponse.ResponseBuilder.<TemplateVersionView>create(RestResponse.Status.CREATED)
                .entity(version)
                .location(URI.create("/api/v1/message-templates/" + content + "/versions/" + version.number()))
                .build();
    }

    @GET
    @Path("/{content}/versions")
    @Operation(operationId = "listMessageTemplateVersions", summary = "Words that were saved, the newest first")
    public Page<TemplateVersionView> versions(
            @PathParam("content") String content, @BeanParam @Valid PageRequest page) {
        return query.versions(content, page);
    }

    @GET
    @Path("/{content}/versions/{number}")
    @Operation(operationId = "readMessageTemplateVersion", summary = "Words that were saved")
    public TemplateVersionView version(@PathParam("content") String content, @PathParam("number") int number) {
        return query.version(content, number);
    }

    @POST
    @Path("/{content}/versions/{number}/publication")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "publishMessageTemplate", summary = "Puts saved words in force, or former ones again")
    @APIResponse(responseCode = "200", description = "In force")
    public RestResponse<TemplateVersionView> publish(
            @PathParam("content") String content, @PathParam("number") int number) {
        return RestResponse.ok(service.publish(content, number));
    }

    @DELETE
    @Path("/{content}/versions/current")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "withdrawMessageTemplate", summary = "Goes back to the built-in words of a language")
    @APIResponse(responseCode = "204", description = "The built-in words are in force, where there are any")
    public void withdraw(
            @PathParam("content") String content,
            @NotNull(message = "Say in which language.") @LanguageTag @QueryParam("language") String language,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match")
                    String ifMatch) {
        service.withdraw(content, language, IfMatch.required(ifMatch));
    }

    @POST
    @Path("/{content}/previews")
    @Operation(
            operationId = "previewMessage",
            summary = "How a message would look",
            description = "With the words in force, or those that are sent; nothing is stored.")
    @APIResponse(responseCode = "200", description = "How it would look")
    public PreviewView preview(
            @PathParam("content") String content, @NotNull(message = "Send the language.") @Valid PreviewRequest body) {
        return previews.preview(content, body);
    }
}
