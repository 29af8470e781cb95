package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the document of the events to the schemas, the samples, and what the services are configured to read and write. */
class AsyncApiTest {

    private static final Path ROOT =
            Path.of(System.getProperty("helpdesk.root", "..")).toAbsolutePath().normalize();
    private static final Path CONTRACTS = ROOT.resolve("contracts");
    private static final Pattern DEAD_LETTER_HEADER = Pattern.compile("header\\(record, \"(dead-letter-[a-z-]+)\"");

    private final JsonNode document = document();

    @Test
    void every_event_has_a_message_a_schema_and_a_sample_of_one_name() {
        Set<String> named = new TreeSet<>();
        for (JsonNode message : document.at("/components/messages")) {
            String schema = message.at("/payload/$ref").asText();
            if (!schema.isEmpty()) {
                String type = message.path("name").asText();
                assertThat(schema).isEqualTo("events/" + type + ".schema.json");
                named.add(type);
            }
        }
        assertThat(named).hasSizeGreaterThan(20);
        assertThat(types("events", ".schema.json")).isEqualTo(named);
        assertThat(types("events/samples", ".json")).isEqualTo(named);
    }

    @Test
    void every_message_goes_over_the_topic_of_its_name() {
        Set<String> carried = new TreeSet<>();
        document.path("channels").forEach(channel -> channel.path("messages")
                .forEach(message -> carried.add(message.path("$ref").asText())));
        Set<String> described = names(document.at("/components/messages")).stream()
                .map(name -> "#/components/messages/" + name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(carried).isEqualTo(described);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void each_service_reads_and_writes_what_the_document_says(String service) throws IOException {
        Properties configuration = new Properties();
        try (Reader file =
                Files.newBufferedReader(ROOT.resolve(service + "/src/main/resources/application.properties"))) {
            configuration.load(file);
        }
        Set<String> read = configuration.stringPropertyNames().stream()
                .filter(name -> name.matches("mp\\.messaging\\.incoming\\.[a-z]+\\.topics?"))
                .map(name -> configuration.getProperty(name).replace("${helpdesk.topics}", allTopics(configuration)))
                .flatMap(topics -> Stream.of(topics.split(",")))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(addresses(service, "receive")).isEqualTo(read);
        assertThat(List.of(allTopics(configuration).split(","))).containsAll(addresses(service, "send"));
    }

    @Test
    void each_topic_has_one_for_its_dead_letters() {
        List<String> addresses = document.path("channels").findValuesAsText("address");
        assertThat(addresses).hasSize(12);
        assertThat(addresses.stream().filter(address -> !address.endsWith(".dlq")))
                .allSatisfy(address -> assertThat(addresses).contains(address + ".dlq"));
    }

    @Test
    void dead_letters_have_the_headers_that_the_document_names() throws IOException {
        String source =
                Files.readString(ROOT.resolve("platform/src/main/java/helpdesk/platform/outbox/DeadLetterBatch.java"));
        Set<String> written = DEAD_LETTER_HEADER
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names(document.at("/components/schemas/deadLetterHeaders/properties")))
                .hasSizeGreaterThan(5)
                .isEqualTo(written);
    }

    private static String allTopics(Properties configuration) {
        return configuration.getProperty("helpdesk.topics", "");
    }

    /** The topics that a service sends to or receives from. */
    private Set<String> addresses(String service, String action) {
        Set<String> addresses = new TreeSet<>();
        for (JsonNode operation : document.path("operations")) {
            boolean ofService = operation.path("tags").findValuesAsText("name").contains(service);
            if (ofService && operation.path("action").asText().equals(action)) {
                String channel = operation.at("/channel/$ref").asText().substring(1);
                addresses.add(document.at(channel + "/address").asText());
            }
        }
        return addresses;
    }

    private static Collection<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> types(String folder, String ending) {
        Pattern file = Pattern.compile("(org\\.helpdesk\\..+)" + Pattern.quote(ending));
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
            return files.map(path -> file.matcher(path.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(matched -> matched.group(1))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode document() {
        try {
            return new YAMLMapper().readTree(CONTRACTS.resolve("asyncapi.yaml").toFile());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
