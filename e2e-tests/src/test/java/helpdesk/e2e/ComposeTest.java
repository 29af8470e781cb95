package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The compose file cannot be run everywhere; here it is held to the truth of what it starts. */
class ComposeTest {

    private static final Path ROOT =
            Path.of(System.getProperty("helpdesk.root", "..")).toAbsolutePath().normalize();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(HELPDESK_[A-Z_]+)");
    private static final List<String> SERVICES =
            List.of("ticket-service", "customer-service", "feedback-service", "notification-service", "gateway");

    private final JsonNode compose = read("docker-compose.yml");

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void every_variable_it_sets_exists_in_the_configuration_of_the_service(String service) throws IOException {
        Set<String> known = new HashSet<>();
        for (String file : List.of(
                "platform/src/main/resources/META-INF/microprofile-config.properties",
                service + "/src/main/resources/application.properties")) {
            Matcher variables = VARIABLE.matcher(Files.readString(ROOT.resolve(file)));
            while (variables.find()) {
                known.add(variables.group(1));
            }
        }
        List<String> set = new ArrayList<>();
        environment(service).forEach((name, value) -> set.add(name.replaceFirst("_FILE$", "")));

        assertThat(set).isNotEmpty();
        assertThat(known).containsAll(set);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void its_health_checks_ask_the_port_the_service_listens_on(String service) throws IOException {
        String port = properties(service).getProperty("helpdesk.port");
        JsonNode check = compose.at("/services/" + service + "/healthcheck/test");
        assertThat(check.get(1).asText()).isEqualTo("/app/healthy.sh");
        assertThat(check.get(2).asText()).isEqualTo(port);
        assertThat(Files.readString(ROOT.resolve("docker/healthy.sh"))).contains("/q/health/ready");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void each_image_is_built_from_a_module_that_packages_what_the_image_runs(String service) throws IOException {
        assertThat(compose.at("/services/" + service + "/build/args/SERVICE").asText())
                .isEqualTo(service);
        String recipe = Files.readString(ROOT.resolve("Dockerfile"));
        assertThat(recipe)
                .contains("/source/${SERVICE}/target/quarkus-app/")
                .contains("ENTRYPOINT [\"java\", \"-jar\", \"quarkus-run.jar\"]")
                .contains("USER helpdesk");
        assertThat(ROOT.resolve(service + "/target/quarkus-app/quarkus-run.jar"))
                .exists();
    }

    @Test
    void the_gateway_knows_each_service_by_its_name_and_port() throws IOException {
        Map<String, String> gateway = environment("gateway");
        for (String service : SERVICES.subList(0, 4)) {
            String variable = "HELPDESK_" + service.replace("-service", "").toUpperCase(java.util.Locale.ROOT) + "_URL";
            assertThat(gateway)
                    .containsEntry(
                            variable,
                            "http://" + service + ":" + properties(service).getProperty("helpdesk.port"));
        }
    }

    @Test
    void each_service_has_the_database_its_scripts_make_and_a_secret_that_is_made() throws IOException {
        String secrets = Files.readString(ROOT.resolve("docker/make-secrets.sh"));
        String databases = Files.readString(ROOT.resolve("docker/make-databases.sh"));
        for (String service : SERVICES) {
            Map<String, String> environment = environment(service);
            String database = properties(service).getProperty("helpdesk.database");
            assertThat(environment)
                    .containsEntry("HELPDESK_POSTGRES_DATABASE", database)
                    .containsEntry("HELPDESK_POSTGRES_USER", database);
            assertThat(databases).contains(database.replace("helpdesk_", "")).contains("helpdesk_$service");
            environment.forEach((name, value) -> {
                if (name.endsWith("_FILE")) {
                    assertThat(value).startsWith("/run/helpdesk/");
                    assertThat(secrets).contains(value.substring("/run/helpdesk/".length()));
                }
            });
        }
    }

    @Test
    void what_it_mounts_and_waits_for_exists() {
        Set<String> names = new HashSet<>();
        compose.path("services").fieldNames().forEachRemaining(names::add);
        compose.path("services").properties().forEach(service -> {
            service.getValue().path("volumes").forEach(volume -> {
                String source = volume.asText().split(":")[0];
                if (source.startsWith("./")) {
                    assertThat(ROOT.resolve(source)).isExecutable();
                } else {
                    assertThat(compose.path("volumes").has(source)).as(source).isTrue();
                }
            });
            service.getValue().path("depends_on").fieldNames().forEachRemaining(name -> assertThat(names)
                    .contains(name));
        });
    }

    @Test
    void only_the_gateway_can_be_reached_from_outside() {
        List<String> published = new ArrayList<>();
        compose.path("services").properties().forEach(service -> {
            if (service.getValue().has("ports")) {
                published.add(service.getKey());
            }
        });
        assertThat(published).containsExactly("gateway");
        assertThat(compose.at("/networks/inside/internal").asBoolean()).isTrue();
    }

    @Test
    void only_who_has_to_call_others_has_a_way_out() {
        assertThat(compose.at("/networks/outside/internal").asBoolean()).isFalse();
        List<String> ways = new ArrayList<>();
        compose.path("services").properties().forEach(service -> {
            service.getValue().path("networks").forEach(network -> {
                if (network.asText().equals("outside")) {
                    ways.add(service.getKey());
                }
            });
            if (SERVICES.contains(service.getKey()) && service.getValue().has("networks")) {
                assertThat(service.getValue().path("networks").toString()).contains("inside");
            }
        });
        assertThat(ways).containsExactlyInAnyOrder("gateway", "notification-service");
    }

    @Test
    void settings_of_ones_own_come_from_a_file_that_is_no_part_of_images_or_of_the_repository() throws IOException {
        JsonNode file = compose.at("/x-service/env_file/0");
        assertThat(file.path("required").asBoolean(true)).isFalse();
        assertThat(file.path("path").asText()).isEqualTo("./helpdesk.env");
        assertThat(Files.readAllLines(ROOT.resolve(".gitignore"))).contains("helpdesk.env");
        assertThat(Files.readAllLines(ROOT.resolve(".dockerignore"))).contains("helpdesk.env");
    }

    /** The environment of a service with the shared part, as the YAML merge key joins them. */
    private Map<String, String> environment(String service) {
        Map<String, String> environment = new java.util.TreeMap<>();
        compose.path("x-environment")
                .properties()
                .forEach(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        compose.at("/services/" + service + "/environment").properties().forEach(entry -> {
            if (!entry.getKey().equals("<<")) {
                environment.put(entry.getKey(), entry.getValue().asText());
            }
        });
        return environment;
    }

    private static Properties properties(String service) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(ROOT.resolve(service + "/src/main/resources/application.properties"))) {
            properties.load(in);
        }
        return properties;
    }

    private static JsonNode read(String file) {
        try {
            return new YAMLMapper().readTree(ROOT.resolve(file).toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
