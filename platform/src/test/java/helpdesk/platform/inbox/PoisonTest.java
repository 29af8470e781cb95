package helpdesk.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import helpdesk.platform.note.Effects;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that nobody can read becomes a dead letter that says why, and the next one is handled. */
@QuarkusTest
@WithTestResource(RealParts.class)
class PoisonTest {

    private final String key = "poison-" + UUID.randomUUID();

    @Inject
    Effects effects;

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("no JSON", bytes("{\"name\":"), true, "The data is not JSON"),
                Arguments.of("bytes", new byte[] {(byte) 0xff, 0, (byte) 0xfe}, true, "The data is not JSON"),
                Arguments.of("no value", null, true, "The record has no value"),
                Arguments.of("nothing", new byte[0], true, "The data is not"),
                Arguments.of("a list", bytes("[1]"), true, "The data is not a JSON object"),
                Arguments.of("null", bytes("null"), true, "The data is not a JSON object"),
                Arguments.of("nested too deep", bytes("[".repeat(100_000)), true, "The data is not JSON"),
                Arguments.of("large", bytes("x".repeat(900_000)), true, "The data is not JSON"),
                Arguments.of(
                        "as large as the broker takes", bytes("x".repeat(1_040_000)), true, "The data is not JSON"),
                Arguments.of("no attributes", bytes("{}"), false, "The record is not a CloudEvent"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void it_becomes_a_dead_letter_and_the_next_is_handled(String what, byte[] value, boolean attributes, String cause) {
        try (EventProbe probe = EventProbe.on(Events.TOPIC + ".dlq")) {
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(Events.TOPIC, key, value);
            if (attributes) {
                Events.of(key).attributes().forEach((name, text) -> record.headers()
                        .add("ce_" + name, bytes(text)));
                record.headers().add("content-type", bytes("application/json"));
                record.headers().add("odd", new byte[] {'a', 0, (byte) 0xc3, 'b'});
            }
            probe.publish(record);
            Event next = Events.of(key);
            probe.publish(Events.TOPIC, next);

            await().atMost(Duration.ofSeconds(30)).until(() -> effects.count(next.id()) == 1);
            Event letter = probe.await(event -> key.equals(event.key()));
            assertThat(letter.attributes())
                    .containsEntry("header:dead-letter-consumer", "platform-test.inbound")
                    .containsEntry("header:dead-letter-topic", Events.TOPIC)
                    .containsKeys("header:dead-letter-id", "header:dead-letter-partition", "header:dead-letter-offset");
            assertThat(letter.attributes().get("header:dead-letter-cause")).startsWith(cause);
            if (attributes && (value == null || value.length < 900_000)) {
                assertThat(letter.attributes()).containsEntry("type", "org.helpdesk.thing.happened.v1");
            }
            assertThat(Database.value(
                            byte[].class,
                            "select record_value from dead_letter where id = ?::uuid",
                            letter.attributes().get("header:dead-letter-id")))
                    .isEqualTo(value);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
