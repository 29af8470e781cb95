package helpdesk.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnhancedStatusTest {

    @ParameterizedTest
    @CsvSource({
        "5.1.1, true, true",
        "5.1.10, true, true",
        "5.2.1, true, true",
        "5.1.8, true, false",
        "5.2.2, true, false",
        "5.7.1, true, false",
        "4.1.1, false, false",
        "4.2.2, false, false"
    })
    void a_code_says_whether_it_is_for_good_and_whether_it_is_the_address(
            String code, boolean forGood, boolean deadAddress) {
        EnhancedStatus status = new EnhancedStatus(code);
        assertThat(status.isForGood()).isEqualTo(forGood);
        assertThat(status.isOfDeadAddress()).isEqualTo(deadAddress);
    }

    @Test
    void it_is_read_from_a_reply() {
        assertThat(EnhancedStatus.of("550 5.1.1 <x@y>: no such user")).contains(new EnhancedStatus("5.1.1"));
        assertThat(EnhancedStatus.of("550-5.1.10 Two\n550 5.1.10 lines")).contains(new EnhancedStatus("5.1.10"));
        assertThat(EnhancedStatus.of("550 no such user")).isEmpty();
        assertThat(EnhancedStatus.of("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "550", "3.1.1", "5.1", "5.1.1.1", "5.1.1000"})
    void what_is_no_code_is_none(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EnhancedStatus(text));
    }
}
