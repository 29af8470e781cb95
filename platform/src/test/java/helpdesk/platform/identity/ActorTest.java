package helpdesk.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {

    @ParameterizedTest
    @ValueSource(strings = {"account:1", "apikey:2", "customer:3", "system:rule:with:colons"})
    void what_is_written_can_be_read(String text) {
        assertThat(Actor.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", ":1", "account", "robot:1"})
    void what_is_no_actor_is_refused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.parse(text));
    }

    @Test
    void a_secret_that_is_too_short_is_refused_with_what_to_do() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SharedSecret("short"))
                .withMessageContaining("openssl rand");
    }
}
