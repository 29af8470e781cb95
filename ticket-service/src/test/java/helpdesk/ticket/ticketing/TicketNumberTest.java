package helpdesk.ticket.ticketing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketNumberTest {

    @Test
    void a_number_is_written_with_its_prefix() {
        assertThat(TicketNumber.display(1042)).isEqualTo("HD-1042");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HD-1042", "hd-1042", "Hd-1042"})
    void it_is_read_in_any_case(String written) {
        assertThat(TicketNumber.parse(written)).hasValue(1042);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1042",
                "HD1042",
                "HD-",
                "HD-0",
                "HD-01042",
                "HD--1",
                "HD-1042 ",
                "XHD-1042",
                "HD-10x",
                "HD-১০৪২",
                "HD-9999999999999999999",
                "01a20042-57db-7617-85d2-fa1b6527fbc7"
            })
    void whatever_else_is_written_is_no_number(String written) {
        assertThat(TicketNumber.parse(written)).isEmpty();
    }

    @Test
    void the_largest_one_fits() {
        assertThat(TicketNumber.parse("HD-999999999999999999")).hasValue(999_999_999_999_999_999L);
    }
}
