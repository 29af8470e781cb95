package helpdesk.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;

/** The contracts in {@code contracts/}, for the tests of both sides. */
public final class Contracts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Contracts() {}

    /** Where the contracts are. */
    public static Path directory() {
        return Path.of(System.getProperty("helpdesk.contracts", "../contracts"));
    }

    /** The golden sample of a type, as it comes over the wire. */
    public static Event sample(String type) {
        try {
            ObjectNode sample = (ObjectNode) JSON.readTree(
                    directory().resolve("events/samples/" + type + ".json").toFile());
            JsonNode data = sample.remove("data");
            Map<String, String> attributes = new TreeMap<>();
            sample.properties()
                    .forEach(entry ->
                            attributes.put(entry.getKey(), entry.getValue().asText()));
            return new Event(attributes, attributes.get("subject"), data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails unless the event's data fits its schema and its attributes are complete. */
    public static void assertFits(Event event) {
        Assertions.assertThat(event.attributes())
                .as("attributes of %s", event.type())
                .containsKeys(
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "dataschema",
                        "sequence",
                        "partitionkey",
                        "correlationid",
                        "causationid",
                        "actor");
        Assertions.assertThat(event.attributes().get("dataschema"))
                .isEqualTo("/events/" + event.type() + ".schema.json");
        Assertions.assertThat(event.key()).isEqualTo(event.subject());
        Assertions.assertThat(faults(event.type(), event.data()))
                .as("faults of the data of %s: %s", event.type(), event.data())
                .isEmpty();
    }

    /** What is wrong with the data by the schema of the type. */
    public static List<String> faults(String type, JsonNode data) {
        return schema(type)
                .validate(
                        data.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Error::toString)
                .toList();
    }

    private static Schema schema(String type) {
        Path events = directory().resolve("events").toAbsolutePath().normalize();
        Path file = events.resolve(type + ".schema.json");
        if (!Files.exists(file)) {
            throw new AssertionError("contracts/events has no schema for " + type);
        }
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources()
                        .schemaIdResolvers(resolvers -> resolvers.mapPrefix(
                                "contracts:/events/", events.toUri().toString()))));
        return registry.getSchema(SchemaLocation.of("contracts:/events/" + file.getFileName()));
    }
}
