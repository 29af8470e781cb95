package helpdesk.customer.reward;

import helpdesk.platform.idempotency.Idempotent;
import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Coupons, by their codes. */
@Path("/api/v1/coupons")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT, Roles.INTEGRATION})
@Tag(name = "Rewards")
public class CouponResource {

    private final CouponService service;
    private final CouponQuery query;

    CouponResource(CouponService service, CouponQuery query) {
        this.service = service;
        this.query = query;
    }

    @GET
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "listCoupons", summary = "Coupons, the newest first")
    public Page<CouponView> list(
            @Parameter(description = "Only those of this program") @QueryParam("programId") UUID programId,
            @Parameter(description = "Only those of this series") @QueryParam("seriesId") UUID seriesId,
            @Parameter(description = "issued, redeemed, expired or revoked") @QueryParam("state") String state,
            @BeanParam @Valid PageRequest page) {
        return query.list(programId, null, seriesId, state, page);
    }

    @GET
    @Path("/{code}")
    @Operation(
            operationId = "readCoupon",
            summary = "One coupon, by its code: what it is worth, and whether it is still good")
    public CouponView read(@PathParam("code") String code) {
        // Without an ETag: what it is good for depends on the time, too.
        return service.read(code);
    }

    @POST
    @Path("/{code}/redemption")
    @Idempotent
    @Operation(operationId = "redeemCoupon", summary = "Redeems a coupon, once, however many try at the same time")
    @APIResponse(
            responseCode = "201",
            description = "The coupon, redeemed",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CouponView.class)))
    @APIResponse(responseCode = "409", description = "coupon-redeemed, coupon-expired or coupon-revoked")
    public RestResponse<CouponView> redeem(
            @PathParam("code") String code, @NotNull(message = "Send {} or a reference.") @Valid RedeemCoupon body) {
        return RestResponse.status(RestResponse.Status.CREATED, service.redeem(code, body));
    }

    @POST
    @Path("/{code}/revocation")
    @Idempotent
    @RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR})
    @Operation(operationId = "revokeCoupon", summary = "Takes a coupon back that was not redeemed")
    @APIResponse(
            responseCode = "201",
            description = "The coupon, revoked",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CouponView.class)))
    @APIResponse(responseCode = "409", description = "coupon-redeemed, coupon-expired or coupon-revoked")
    public RestResponse<CouponView> revoke(
            @PathParam("code") String code, @NotNull(message = "Say why.") @Valid RevokeCoupon body) {
        return RestResponse.status(RestResponse.Status.CREATED, service.revoke(code, body));
    }
}
