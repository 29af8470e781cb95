package helpdesk.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TellableDataTest {

    @Test
    void links_and_codes_of_ours_open_nothing_and_numbers_stay_as_they_are() {
        assertThat(told("org.helpdesk.survey.invited.v1", "{\"link\":\"https://h.example/s/secret\",\"n\":12.50}"))
                .isEqualTo("{\"link\":\"https://h.example/s/redacted\",\"n\":12.50}");
        assertThat(told("org.helpdesk.reward.issued.v1", "{\"code\":\"7XQ2\",\"percent\":5}"))
                .isEqualTo("{\"percent\":5}");
    }

    @Test
    void what_others_wrote_and_what_opens_nothing_stays_to_the_letter() {
        String data = "{ \"code\" : \"x\", \"link\":\"https://x.example/y\", \"n\": 1e400 }";
        assertThat(told("com.example.order", data)).isEqualTo(data);
        String ours = "{ \"code\" : 7, \"n\": 1.00 }";
        assertThat(told("org.helpdesk.ticket.opened.v1", ours)).isEqualTo(ours);
    }

    @Test
    void who_wants_to_be_forgotten_is_told_by_id_alone() {
        String request = "org.helpdesk.customer.erasure-requested.v1";
        assertThat(
                        told(
                                request,
                                "{\"customerId\":\"7\",\"names\":[\"Amara\"],\"round\":1,\"contacts\":[\"amara@example.com\"]}"))
                .isEqualTo("{\"customerId\":\"7\",\"round\":1}");
        assertThat(told(request, "{ \"customerId\" : \"7\" }")).isEqualTo("{ \"customerId\" : \"7\" }");
        String ours = "{ \"names\" : [\"x\"] }";
        assertThat(told("org.helpdesk.ticket.opened.v1", ours)).isEqualTo(ours);
    }

    @Test
    void what_a_mail_says_is_for_those_who_serve_the_customer() {
        assertThat(told("org.helpdesk.mail.received.v1", "{\"mailId\":\"7\",\"text\":\"My card is lost.\"}"))
                .isEqualTo("{\"mailId\":\"7\"}");
    }

    private static String told(String type, String data) {
        IncomingEvent event = new IncomingEvent(
                "1",
                "/test",
                type,
                null,
                Instant.EPOCH,
                Instant.EPOCH,
                -1,
                "1",
                null,
                null,
                Map.of(),
                data.getBytes(StandardCharsets.UTF_8));
        return new String(TellableData.of(event), StandardCharsets.UTF_8);
    }
}
