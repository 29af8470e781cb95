package helpdesk.gateway.oidc;

import helpdesk.platform.identity.Roles;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Another issuer, as it is configured.
 *
 * @param name exactly as its tokens say it
 * @param keys where its keys are; empty when its discovery document says it
 * @param algorithms by which its tokens may be signed; none of them uses a shared secret
 * @param roles what is there which role here
 */
record Issuer(
        String name,
        String audience,
        Optional<URI> keys,
        Set<String> algorithms,
        String rolesClaim,
        Map<String, String> roles) {

    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");
    private static final Set<String> OWN_ROLES = Set.of(Roles.ADMIN, Roles.SUPERVISOR, Roles.AGENT);
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * As the settings say.
     *
     * @throws IllegalArgumentException when they cannot be meant
     */
    static Issuer of(String name, OidcSettings.Issuer settings) {
        secure(name);
        String audience = settings.audience()
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> fault(name, "needs an audience (HELPDESK_OIDC_AUDIENCE): the client id there"));
        for (String algorithm : settings.algorithms()) {
            if (!ALGORITHMS.contains(algorithm)) {
                throw fault(name, "cannot sign by " + algorithm + "; there are " + new ArrayList<>(ALGORITHMS));
            }
        }
        Map<String, String> roles = new HashMap<>();
        settings.roles().orElse(List.of()).forEach(pair -> {
            int equals = pair.lastIndexOf('=');
            String own = pair.substring(equals + 1).strip();
            if (equals < 1 || !OWN_ROLES.contains(own)) {
                throw fault(name, "has a role " + pair + "; write there=admin, there=supervisor or there=agent");
            }
            roles.put(pair.substring(0, equals).strip(), own);
        });
        return new Issuer(
                name,
                audience,
                settings.jwksUrl().filter(text -> !text.isBlank()).map(Issuer::secure),
                new HashSet<>(settings.algorithms()),
                settings.rolesClaim(),
                Map.copyOf(roles));
    }

    /** Where it says what it is, by OpenID Connect Discovery. */
    URI discovery() {
        String base = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return URI.create(base + "/.well-known/openid-configuration");
    }

    /** The roles here of whoever has these claims there: none, unless they are mapped. */
    List<String> roles(Map<String, Object> claims) {
        return values(claims).stream()
                .map(roles::get)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * An address that nobody on the way can change: by TLS, or on this machine.
     *
     * @throws IllegalArgumentException for any other
     */
    static URI secure(String address) {
        URI uri = URI.create(address);
        boolean here = "http".equals(uri.getScheme()) && THIS_MACHINE.contains(String.valueOf(uri.getHost()));
        if (!here && !("https".equals(uri.getScheme()) && uri.getHost() != null)) {
            throw new IllegalArgumentException("Not an https address: " + address);
        }
        return uri;
    }

    private List<String> values(Map<String, Object> claims) {
        Object found = claims.get(rolesClaim);
        if (found == null) {
            found = claims;
            for (String step : rolesClaim.split("/")) {
                found = found instanceof Map<?, ?> object ? object.get(step) : null;
            }
        }
        return switch (found) {
            case String text -> List.of(text.split(" "));
            case List<?> list ->
                list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case null, default -> List.of();
        };
    }

    private static IllegalArgumentException fault(String name, String what) {
        return new IllegalArgumentException("The issuer " + name + " " + what);
    }
}
