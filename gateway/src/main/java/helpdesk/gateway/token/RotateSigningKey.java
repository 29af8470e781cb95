package helpdesk.gateway.token;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the next signing key comes into use. */
@Schema(name = "RotateSigningKey")
record RotateSigningKey(
        @Schema(
                defaultValue = "false",
                description =
                        "true when a key may be in wrong hands: the next one signs at once, and tokens of all former ones are"
                                + " good no longer")
        Boolean immediately) {

    boolean isImmediate() {
        return immediately != null && immediately;
    }
}
