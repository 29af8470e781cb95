package helpdesk.notification.callback;

import helpdesk.notification.QueryParameter;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Callbacks: booked by customers or for them, made by agents. */
@Path("/api/v1/callbacks")
@Tag(name = "Callbacks")
public class CallbackResource {

    private final CallbackService service;
    private final CallbackQuery query;

    CallbackResource(CallbackService service, CallbackQuery query) {
        this.service = service;
        this.query = query;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION, Roles.CUSTOMER})
    @Operation(
            operationId = "bookCallback",
            summary = "Books a callback in a slot that has room, and confirms it to the customer")
    @APIResponse(responseCode = "201", description = "Booked")
    @APIResponse(
            responseCode = "409",
            description =
                    "slot-full: all places are taken; nearest has up to 5 slots with room around it, alternatives the next"
                            + " ones. hold-over: the place is not held any more")
    @APIResponse(responseCode = "422", description = "no-such-slot, no-such-group, unknown-customer or unknown-ticket")
    public RestResponse<CallbackView> book(@NotNull(message = "Send the callback.") @Valid BookCallback body) {
        CallbackView callback = service.book(body);
        return Versioned.created(location(callback.id()), callback, callback.version());
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "listCallbacks",
            summary = "Callbacks, the earliest first",
            description = "Those that are due in the order in which they were promised to be over.")
    public Page<CallbackView> list(
            @Parameter(description = "One or more, separated by commas") @QueryParam("status") String status,
            @Parameter(description = "now: only those that somebody is to make now and nobody has taken on")
                    @QueryParam("due")
                    String due,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("ticketId")
                    String ticketId,
            @Parameter(schema = @Schema(type = SchemaType.STRING, format = "uuid")) @QueryParam("customerId")
                    String customerId,
            @BeanParam @Valid PageRequest page) {
        CallbackFilter filter = new CallbackFilter(
                new QueryParameter("status", status).anyOf(CallbackStatus.class),
                isDue(new QueryParameter("due", due)),
                new QueryParameter("ticketId", ticketId).uuid().orElse(null),
                new QueryParameter("customerId", customerId).uuid().orElse(null));
        return query.list(filter, page);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION, Roles.CUSTOMER})
    @Operation(operationId = "readCallback", summary = "One callback, for staff and for who booked it")
    public RestResponse<CallbackView> read(@PathParam("id") UUID id) {
        CallbackView callback = query.read(id);
        return Versioned.ok(callback, callback.version());
    }

    @PATCH
    @Path("/{id}")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION, Roles.CUSTOMER})
    @Operation(
            operationId = "changeCallback",
            summary = "Moves a callback, or corrects what was written down",
            description =
                    "With another slotStart it takes the new place before it gives back the old one, and tells the customer.")
    @APIResponse(responseCode = "200", description = "As it became")
    @APIResponse(
            responseCode = "409",
            description =
                    "transition-not-allowed: the callback is over. slot-full: all places are taken, it keeps its time")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CallbackChange.class)))
    public RestResponse<CallbackView> change(
            @PathParam("id") UUID id,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        CallbackView callback = service.change(id, IfMatch.required(ifMatch), patch);
        return Versioned.ok(callback, callback.version());
    }

    @POST
    @Path("/{id}/claims")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "claimCallback",
            summary = "Takes a callback that is due on, so that nobody else calls",
            description = "For 15 minutes, or until a call is taken down. Then it is due for everybody again.")
    @APIResponse(responseCode = "201", description = "Taken on: the callback is queued")
    @APIResponse(
            responseCode = "409",
            description = "callback-claimed by somebody else, callback-not-due, or transition-not-allowed")
    public RestResponse<CallbackView> claim(@PathParam("id") UUID id) {
        CallbackView callback = service.claim(id);
        return Versioned.created(location(id), callback, callback.version());
    }

    @POST
    @Path("/{id}/attempts")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
    @Operation(
            operationId = "recordCallbackAttempt",
            summary = "Takes down how a call ended",
            description =
                    "answered completes the callback. After any other outcome it is due again after the pause of the"
                            + " group's plan, and exhausted after as many as that says; 15 minutes and 3 where it says"
                            + " nothing.")
    @APIResponse(responseCode = "201", description = "Taken down")
    @APIResponse(
            responseCode = "409",
            description = "transition-not-allowed: the callback is over. callback-claimed: somebody else calls")
    public RestResponse<RecordedAttemptView> attempt(
            @PathParam("id") UUID id, @NotNull(message = "Send how the call ended.") @Valid RecordAttempt body) {
        CallbackView callback = service.attempt(id, body);
        return Versioned.created(location(id), RecordedAttemptView.of(callback), callback.version());
    }

    @POST
    @Path("/{id}/cancellation")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION, Roles.CUSTOMER})
    @Operation(operationId = "cancelCallback", summary = "Calls a callback off and gives its place to others")
    @APIResponse(responseCode = "201", description = "Called off")
    @APIResponse(responseCode = "409", description = "transition-not-allowed: the callback is over")
    public RestResponse<CallbackView> cancel(@PathParam("id") UUID id) {
        CallbackView callback = service.cancel(id);
        return Versioned.created(location(id), callback, callback.version());
    }

    private static boolean isDue(QueryParameter due) {
        due.value().filter(value -> !value.equals("now")).ifPresent(value -> {
            throw due.invalid("Write due=now, or leave it out.");
        });
        return due.value().isPresent();
    }

    private static String location(UUID id) {
        return "/api/v1/callbacks/" + id;
    }
}
