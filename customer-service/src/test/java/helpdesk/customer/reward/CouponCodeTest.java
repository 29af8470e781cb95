package helpdesk.customer.reward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CouponCodeTest {

    @Test
    void a_code_is_read_however_people_write_it() {
        assertThat(CouponCode.read("7xq2 m4td-0hzk")).contains("7XQ2M4TD0HZK");
        assertThat(CouponCode.read("7XQ2-M4TD-OHZK")).contains("7XQ2M4TD0HZK");
        assertThat(CouponCode.read("il00-0000-0000")).contains("110000000000");
        assertThat(CouponCode.grouped("7XQ2M4TD0HZK")).isEqualTo("7XQ2-M4TD-0HZK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7XQ2-M4TD-0HZ", "7XQ2-M4TD-0HZKX", "7XQ2-M4TD-0HZU", "' or 1=1 --"})
    void what_is_no_code_is_none(String text) {
        assertThat(CouponCode.read(text)).isEmpty();
    }

    @Test
    void codes_are_read_as_they_are_made_and_differ() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            String code = CouponCode.create();
            assertThat(CouponCode.read(CouponCode.grouped(code))).contains(code);
            codes.add(code);
        }
        assertThat(codes).hasSize(1_000);
    }
}
