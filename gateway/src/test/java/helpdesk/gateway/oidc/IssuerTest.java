package helpdesk.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {

    private static final String NAME = "https://login.example.org/realms/desk";

    @Test
    void names_of_roles_may_have_any_character() {
        Issuer issuer = issuer(
                NAME, Map.of("roles", "cn=agents\\,ou=desk=agent,a b=supervisor", "roles-claim", "https://x/roles"));
        assertThat(issuer.roles(Map.of("https://x/roles", List.of("cn=agents,ou=desk", "a b"))))
                .containsExactly("agent", "supervisor");
        assertThat(issuer.discovery()).hasToString(NAME + "/.well-known/openid-configuration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roles=desk=owner",
                "roles=desk",
                "roles==admin",
                "roles=desk=integration",
                "algorithms=HS256",
                "algorithms=none",
                "audience=",
                "jwks-url=http://login.example.org/keys",
                "jwks-url=file:///etc/passwd"
            })
    void what_cannot_be_meant_is_told_at_the_start(String setting) {
        int equals = setting.indexOf('=');
        assertThatThrownBy(() -> issuer(NAME, Map.of(setting.substring(0, equals), setting.substring(equals + 1))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.example.org", "login.example.org", "ftp://login.example.org", "https:///x"})
    void an_issuer_is_reached_by_tls(String name) {
        assertThatThrownBy(() -> issuer(name, Map.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static Issuer issuer(String name, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>();
        all.put("helpdesk.oidc.issuers[0].issuer", name);
        all.put("helpdesk.oidc.issuers[0].audience", "helpdesk-client");
        settings.forEach((key, value) -> all.put("helpdesk.oidc.issuers[0]." + key, value));
        OidcSettings read = new SmallRyeConfigBuilder()
                .withMapping(OidcSettings.class)
                .withSources(new PropertiesConfigSource(all, "test", 500))
                .build()
                .getConfigMapping(OidcSettings.class);
        return Issuer.of(name, read.issuers().getFirst());
    }
}
