package helpdesk.notification.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventPatternTest {

    @ParameterizedTest
    @CsvSource({
        "*, com.example.order.placed, true",
        "org.helpdesk.ticket.*, org.helpdesk.ticket.opened.v1, true",
        "org.helpdesk.ticket.*, org.helpdesk.ticketing.opened.v1, false",
        "org.helpdesk.ticket.*, org.helpdesk.ticket, false",
        "org.helpdesk.ticket.opened.v1, org.helpdesk.ticket.opened.v1, true",
        "org.helpdesk.ticket.opened.v1, org.helpdesk.ticket.opened.v10, false"
    })
    void a_type_is_meant_as_it_is_or_by_its_beginning(String pattern, String type, boolean meant) {
        assertThat(pattern.matches(EventPattern.FORM)).isTrue();
        assertThat(new EventPattern(pattern).matches(type)).isEqualTo(meant);
    }
}
