package helpdesk.ticket.channel;

import static helpdesk.ticket.channel.Networks.message;
import static helpdesk.ticket.channel.Networks.send;
import static helpdesk.ticket.channel.Networks.with;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.ticket.Api;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Many messages at once: none is lost, and each is there once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChannelConcurrencyResourceTest {

    private static final int MANY = 50;

    private final String network = Networks.network();

    @Test
    void a_message_that_comes_fifty_times_at_once_opens_one_ticket() throws Exception {
        Map<String, Object> message = message(network, "c1", "Hello");

        List<Response> answers = atOnce(i -> message);

        assertThat(answers.stream().map(Response::statusCode))
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(answers.stream().map(Response::statusCode)).containsOnly(200, 201);
        assertThat(answers.stream().map(Response::asString).distinct()).hasSize(1);
        assertThat(Database.count("ticket where handle_network = '" + network + "'"))
                .isOne();
        String ticket = answers.getFirst().jsonPath().getString("ticketId");
        assertThat(Networks.bodies(ticket)).isEmpty();
    }

    @Test
    void the_messages_of_a_new_conversation_are_one_ticket_however_they_come() throws Exception {
        Instant then = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

        List<Response> answers = atOnce(i -> with(
                message(network, "c1", "Message " + i),
                "sentAt",
                then.plusSeconds(i).toString()));

        assertThat(answers.stream().map(Response::statusCode)).containsOnly(201);
        assertThat(answers.stream()
                        .map(answer -> answer.jsonPath().getString("ticketId"))
                        .distinct())
                .hasSize(1);
        String ticket = answers.getFirst().jsonPath().getString("ticketId");
        String first = Api.read(ticket).getString("description");
        List<String> others = IntStream.range(0, MANY)
                .mapToObj(i -> "Message " + i)
                .filter(text -> !text.equals(first))
                .toList();
        assertThat(Networks.bodies(ticket)).containsExactlyElementsOf(others);
        assertThat(Api.get("/tickets/" + ticket + "/history?limit=100")
                        .jsonPath()
                        .getList("items.version", Long.class))
                .as("versions without a gap")
                .containsExactlyElementsOf(Stream.iterate(0L, version -> version + 1)
                        .limit(Api.read(ticket).getLong("version") + 1)
                        .toList());
    }

    @Test
    void one_id_in_fifty_conversations_at_once_is_one_message() throws Exception {
        Map<String, Object> message = message(network, "c", "Hello");

        List<Response> answers = atOnce(i -> with(message, "conversationId", "c" + i));

        assertThat(answers.stream().map(Response::statusCode))
                .containsOnly(201, 409)
                .filteredOn(status -> status == 201)
                .hasSize(1);
        assertThat(Database.count("ticket where handle_network = '" + network + "'"))
                .isOne();
    }

    private static List<Response> atOnce(IntFunction<Map<String, Object>> messages)
            throws InterruptedException, ExecutionException {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(MANY)) {
            List<Future<Response>> attempts = IntStream.range(0, MANY)
                    .mapToObj(i -> threads.submit((Callable<Response>) () -> {
                        start.await();
                        return patiently(messages.apply(i));
                    }))
                    .toList();
            start.countDown();
            return attempts.stream().map(ChannelConcurrencyResourceTest::done).toList();
        }
    }

    /** As adapters do when the service has too much to do. */
    private static Response patiently(Map<String, Object> message) {
        AtomicReference<Response> answer = new AtomicReference<>();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            answer.set(send(message));
            return answer.get().statusCode() != 503;
        });
        return answer.get();
    }

    private static Response done(Future<Response> attempt) {
        try {
            return attempt.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
