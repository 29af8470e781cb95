package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.helpdesk.client.ApiClient;
import org.helpdesk.client.ApiException;
import org.helpdesk.client.api.SignInApi;
import org.helpdesk.client.api.TicketsApi;
import org.helpdesk.client.model.Credentials;
import org.helpdesk.client.model.OpenTicket;
import org.helpdesk.client.model.RequesterToOpen;
import org.helpdesk.client.model.Ticket;
import org.helpdesk.client.model.TicketStatus;
import org.junit.jupiter.api.Test;

/** The client for Java that is generated of the API document, with the real services. */
class GeneratedClientIT {

    @Test
    void it_signs_in_opens_a_ticket_and_reads_it() throws ApiException {
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + RunningStack.shared().port());
        String token = new SignInApi(client)
                .signIn(new Credentials().username("admin").password(RunningStack.ADMIN_PASSWORD))
                .getAccessToken();
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
        TicketsApi tickets = new TicketsApi(client);
        String key = UUID.randomUUID().toString();
        OpenTicket request = new OpenTicket()
                .subject("No light " + key)
                .description("It is dark.")
                .requester(new RequesterToOpen().email(key + "@example.org"));

        Ticket opened = tickets.openTicket(request, Map.of("Idempotency-Key", key));
        Ticket again = tickets.openTicket(request, Map.of("Idempotency-Key", key));
        Ticket read = tickets.readTicket(opened.getNumber());

        assertThat(again.getId()).isEqualTo(opened.getId());
        assertThat(read.getId()).isEqualTo(opened.getId());
        assertThat(read.getSubject()).isEqualTo("No light " + key);
        assertThat(read.getStatus()).isEqualTo(TicketStatus.NEW);
        assertThat(read.getCreatedAt()).isNotNull();
    }
}
