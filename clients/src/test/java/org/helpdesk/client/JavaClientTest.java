package org.helpdesk.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.helpdesk.client.api.TicketsApi;
import org.helpdesk.client.model.OpenTicket;
import org.helpdesk.client.model.RequesterToOpen;
import org.helpdesk.client.model.Ticket;
import org.helpdesk.client.model.TicketStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the client for Java sends, and what it makes of answers. The end-to-end tests use it with the real services. */
class JavaClientTest {

    private static final String TICKET = """
            {"id":"0199f4e0-8a3b-7c5d-9e2f-4b6a8c0d1e2f","number":"T-1","subject":"No light","status":"new",
             "createdAt":"2026-11-23T09:00:00.123456Z","version":7,"customFields":{"floor":3},"addedLater":true}""";

    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer server;
    private TicketsApi tickets;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/tickets", this::answer);
        server.start();
        ApiClient client = new ApiClient();
        client.updateBaseUri("http://localhost:" + server.getAddress().getPort());
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer abc"));
        tickets = new TicketsApi(client);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_ticket_is_opened_with_a_key_and_without_fields_that_nobody_set() throws ApiException {
        OpenTicket request = new OpenTicket()
                .subject("No light")
                .description("It is dark.")
                .requester(new RequesterToOpen().email("ada@example.org"));

        Ticket opened = tickets.openTicket(request, Map.of("Idempotency-Key", "key-1"));

        assertThat(opened.getStatus()).isEqualTo(TicketStatus.NEW);
        assertThat(received)
                .containsEntry("authorization", "Bearer abc")
                .containsEntry("idempotency-key", "key-1")
                .containsEntry("content-type", "application/json");
        assertThat(received.get("body")).contains("ada@example.org").doesNotContain("null", "externalId");
    }

    @Test
    void an_answer_with_fields_that_were_added_later_is_read() throws ApiException {
        Ticket ticket = tickets.readTicket("T-1");
        assertThat(ticket.getId()).isEqualTo(UUID.fromString("0199f4e0-8a3b-7c5d-9e2f-4b6a8c0d1e2f"));
        assertThat(ticket.getCreatedAt().getNano()).isEqualTo(123_456_000);
        assertThat(ticket.getCustomFields().get("floor").asInt()).isEqualTo(3);
        assertThat(ticket.getVersion()).isEqualTo(7);
    }

    @Test
    void a_problem_is_an_exception_with_its_status_and_body() {
        assertThatThrownBy(() -> tickets.readTicket("missing")).isInstanceOfSatisfying(ApiException.class, refused -> {
            assertThat(refused.getCode()).isEqualTo(404);
            assertThat(refused.getResponseBody()).contains("not-found");
        });
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestHeaders()
                .forEach((name, values) -> received.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        received.put("body", new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        boolean missing = exchange.getRequestURI().getPath().endsWith("/missing");
        byte[] body = (missing ? "{\"code\":\"not-found\"}" : TICKET).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        int success = exchange.getRequestMethod().equals("POST") ? 201 : 200;
        exchange.sendResponseHeaders(missing ? 404 : success, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
