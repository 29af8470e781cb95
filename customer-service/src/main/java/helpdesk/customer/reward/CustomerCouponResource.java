package helpdesk.customer.reward;

import helpdesk.platform.http.Versioned;
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

/** The coupons of a customer. */
@Path("/api/v1/customers/{id}")
@RolesAllowed({Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT})
@Tag(name = "Rewards")
public class CustomerCouponResource {

    private final CouponService service;
    private final CouponQuery query;

    CustomerCouponResource(CouponService service, CouponQuery query) {
        this.service = service;
        this.query = query;
    }

    @GET
    @Path("/coupons")
    @Operation(operationId = "listCustomerCoupons", summary = "A customer's coupons, the newest first")
    public Page<CouponView> list(
            @PathParam("id") UUID id,
            @Parameter(description = "issued, redeemed, expired or revoked") @QueryParam("state") String state,
            @BeanParam @Valid PageRequest page) {
        return query.ofCustomer(id, state, page);
    }

    @POST
    @Path("/coupons")
    @Idempotent
    @Operation(
            operationId = "issueCoupon",
            summary = "Gives a customer a coupon, out of goodwill or for something they did",
            description = "The customer is told the code.")
    @APIResponse(
            responseCode = "201",
            description = "The coupon",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CouponView.class)))
    @APIResponse(responseCode = "409", description = "no-coupons-left, enough-coupons or program-inactive")
    @APIResponse(responseCode = "422", description = "unknown-program")
    public RestResponse<CouponView> issue(
            @PathParam("id") UUID id, @NotNull(message = "Send the program and why.") @Valid IssueCoupon body) {
        CouponView coupon = service.issue(id, body);
        return Versioned.created("/api/v1/coupons/" + coupon.code(), coupon, coupon.version());
    }

    @GET
    @Path("/reward-balance")
    @Operation(operationId = "readRewardBalance", summary = "What a customer has in coupons, and what became of others")
    public BalanceView balance(@PathParam("id") UUID id) {
        return service.balance(id);
    }
}
