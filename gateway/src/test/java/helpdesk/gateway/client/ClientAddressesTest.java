package helpdesk.gateway.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTest {

    private final ClientAddresses behindProxies = of("10.0.0.0/24", "192.0.2.7", "2001:db8::/32");

    @Test
    void a_proxy_says_for_whom_it_asks() {
        assertThat(behindProxies.of("10.0.0.9", List.of("198.51.100.4"))).isEqualTo("198.51.100.4");
        assertThat(behindProxies.of("10.0.0.9", List.of("198.51.100.4, 192.0.2.7")))
                .isEqualTo("198.51.100.4");
        assertThat(behindProxies.of("2001:db8::1", List.of("2001:db9::5"))).isEqualTo("2001:db9:0:0:0:0:0:5");
        assertThat(behindProxies.of("10.0.0.9", List.of())).isEqualTo("10.0.0.9");
    }

    @Test
    void nobody_else_is_believed() {
        assertThat(of().of("198.51.100.4", List.of("10.0.0.1"))).isEqualTo("198.51.100.4");
        assertThat(behindProxies.of("198.51.100.4", List.of("203.0.113.1"))).isEqualTo("198.51.100.4");
        // What the client itself sent stands before what our proxy added.
        assertThat(behindProxies.of("10.0.0.9", List.of("203.0.113.1, 198.51.100.4")))
                .isEqualTo("198.51.100.4");
        assertThat(behindProxies.of("10.0.0.9", List.of("203.0.113.1", "198.51.100.4")))
                .isEqualTo("198.51.100.4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "unknown", "localhost", "1.2.3.x", "198.51.100.4:99999", "<script>"})
    void what_is_no_address_changes_nothing(String claimed) {
        assertThat(behindProxies.of("10.0.0.9", List.of(claimed))).isEqualTo("10.0.0.9");
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example.org", "10.0.0.0/33", "10.0.0.0/x", ""})
    void a_proxy_is_an_address_or_a_network(String proxy) {
        assertThatThrownBy(() -> of(proxy)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ClientAddresses of(String... proxies) {
        return new ClientAddresses(Optional.of(List.of(proxies)));
    }
}
