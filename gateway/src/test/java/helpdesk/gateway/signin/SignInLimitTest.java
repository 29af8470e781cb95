package helpdesk.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.gateway.client.AddressBlock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SignInLimitTest {

    @Test
    void the_first_failures_cost_nothing_and_each_further_one_twice_as_much() {
        assertThat(SignInLimit.HERE.waitAfter(9)).isZero();
        assertThat(SignInLimit.HERE.waitAfter(10)).isEqualTo(Duration.ofSeconds(1));
        assertThat(SignInLimit.HERE.waitAfter(11)).isEqualTo(Duration.ofSeconds(2));
        assertThat(SignInLimit.HERE.waitAfter(15)).isEqualTo(Duration.ofSeconds(32));
        assertThat(SignInLimit.HERE.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(15));
        assertThat(SignInLimit.STRANGERS.waitAfter(1_000_000)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void a_household_is_one_address() {
        assertThat(AddressBlock.of("2001:db8:1:2:3:4:5:6")).isEqualTo(AddressBlock.of("2001:db8:1:2::1"));
        assertThat(AddressBlock.of("2001:db8:1:3::1")).isNotEqualTo(AddressBlock.of("2001:db8:1:2::1"));
        assertThat(AddressBlock.of("192.0.2.7")).isEqualTo("192.0.2.7").isNotEqualTo(AddressBlock.of("192.0.2.8"));
        assertThat(AddressBlock.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(AddressBlock.of("somewhere")).isEqualTo("somewhere");
    }
}
