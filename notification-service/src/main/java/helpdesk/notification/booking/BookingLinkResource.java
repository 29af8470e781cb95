package helpdesk.notification.booking;

import helpdesk.notification.QueryParameter;
import helpdesk.notification.callback.CallbackChange;
import helpdesk.notification.capacity.SlotQuery;
import helpdesk.notification.capacity.SlotView;
import helpdesk.platform.http.IfMatch;
import helpdesk.platform.http.MergePatch;
import helpdesk.platform.http.Versioned;
import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Callbacks by link, without an account. People see the page at {@code /c/<token>}; this is for programs. */
@Path("/api/v1/callback-links")
@Tag(name = "Callbacks")
public class BookingLinkResource {

    private final BookingLinkService service;
    private final SlotQuery slots;

    BookingLinkResource(BookingLinkService service, SlotQuery slots) {
        this.service = service;
        this.slots = slots;
    }

    @POST
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
    @Operation(
            operationId = "makeCallbackLink",
            summary = "Makes a link by which a customer books a callback without an account",
            description = "The link's last path segment is the token. Whoever has the link can use it.")
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "422", description = "no-such-group, unknown-customer or unknown-ticket")
    public RestResponse<BookingLinkView> make(
            @NotNull(message = "Send {} or what is known.") @Valid MakeBookingLink body) {
        BookingLinkView link = service.make(body);
        return ResponseBuilder.<BookingLinkView>create(RestResponse.Status.CREATED)
                .entity(link)
                .location(URI.create(link.link()))
                .build();
    }

    @GET
    @Path("/{token}")
    @PermitAll
    @Operation(operationId = "readCallbackLink", summary = "What is known, what is booked, and the times that are free")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(responseCode = "410", description = "The link has expired")
    public LinkView read(
            @PathParam("token") String token,
            @Parameter(
                            description = "From when, default now",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("from")
                    String from,
            @Parameter(
                            description = "Until when, default 7 days and at most 31 days after from",
                            schema = @Schema(type = SchemaType.STRING, format = "date-time"))
                    @QueryParam("to")
                    String to,
            @Parameter(description = "An IANA time zone for the local times, default the customer's, else the group's")
                    @QueryParam("timeZone")
                    String timeZone) {
        LinkedBooking booking = service.open(token);
        String group = booking.link().group();
        String zone = new QueryParameter("timeZone", timeZone)
                .value()
                .orElseGet(() -> booking.timeZone() == null ? slots.timeZone(group) : booking.timeZone());
        List<SlotView> free = slots
                .list(
                        new QueryParameter("from", from),
                        new QueryParameter("to", to),
                        new QueryParameter("group", group),
                        new QueryParameter("timeZone", zone))
                .stream()
                .filter(slot -> slot.remaining() > 0)
                .toList();
        return LinkView.of(booking, zone, free);
    }

    @POST
    @Path("/{token}/callback")
    @PermitAll
    @Idempotent
    @Operation(
            operationId = "bookCallbackByLink",
            summary = "Books a callback by the link; the same time again is the same callback")
    @APIResponse(responseCode = "201", description = "Booked")
    @APIResponse(responseCode = "404", description = "The link is not known")
    @APIResponse(
            responseCode = "409",
            description = "slot-full: nearest has slots with room. callback-booked: move what is booked instead")
    @APIResponse(responseCode = "410", description = "The link has expired")
    public RestResponse<LinkedCallback> book(
            @PathParam("token") String token, @NotNull(message = "Send the callback.") @Valid BookByLink body) {
        LinkedCallback callback = callback(service.book(token, body));
        return Versioned.created("/api/v1/callback-links/" + token, callback, callback.version());
    }

    @PATCH
    @Path("/{token}/callback")
    @PermitAll
    @Consumes(MergePatch.MEDIA_TYPE)
    @Idempotent
    @Operation(
            operationId = "changeCallbackByLink",
            summary = "Moves what is booked by the link, or corrects what was written down")
    @APIResponse(responseCode = "200", description = "As it became")
    @APIResponse(responseCode = "404", description = "The link is not known, or nothing is booked by it")
    @APIResponse(responseCode = "409", description = "slot-full: it keeps its time. transition-not-allowed: it is over")
    @APIResponse(responseCode = "410", description = "The link has expired")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MergePatch.MEDIA_TYPE,
                            schema = @Schema(implementation = CallbackChange.class)))
    public RestResponse<LinkedCallback> change(
            @PathParam("token") String token,
            @Parameter(description = "The ETag that was read", required = true) @HeaderParam("If-Match") String ifMatch,
            MergePatch patch) {
        LinkedCallback callback = callback(service.change(token, IfMatch.required(ifMatch), patch));
        return Versioned.ok(callback, callback.version());
    }

    @POST
    @Path("/{token}/callback/cancellation")
    @PermitAll
    @Idempotent
    @Operation(operationId = "cancelCallbackByLink", summary = "Calls off what is booked by the link")
    @APIResponse(responseCode = "201", description = "Called off")
    @APIResponse(responseCode = "404", description = "The link is not known, or nothing is booked by it")
    @APIResponse(responseCode = "409", description = "transition-not-allowed: it is over")
    @APIResponse(responseCode = "410", description = "The link has expired")
    public RestResponse<LinkedCallback> cancel(@PathParam("token") String token) {
        LinkedCallback callback = callback(service.cancel(token));
        return Versioned.created("/api/v1/callback-links/" + token, callback, callback.version());
    }

    private static LinkedCallback callback(LinkedBooking booking) {
        return booking.callback().orElseThrow();
    }
}
