package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
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

/** The manifests cannot be applied everywhere; here they are read as Kubernetes reads them, and held to what they start. */
class KubernetesTest {

    private static final Path ROOT = Monitoring.ROOT;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(HELPDESK_[A-Z_]+)");
    private static final String NAME = "app.kubernetes.io/name";
    private static final List<String> SERVICES =
            List.of("ticket-service", "customer-service", "feedback-service", "notification-service", "gateway");

    @Test
    void kubernetes_knows_every_field() throws IOException {
        assertThat(Manifests.all()).hasSizeGreaterThan(25);
        assertThatThrownBy(() -> Manifests.typed(new YAMLMapper().readTree("""
                        apiVersion: apps/v1
                        kind: Deployment
                        spec:
                          replica: 2
                        """)))
                .hasMessageContaining("replica");
    }

    @Test
    void every_file_belongs_to_it_and_every_name_is_there_once() throws IOException {
        Set<String> files = new HashSet<>();
        Monitoring.yaml(Manifests.FOLDER.resolve("kustomization.yaml"))
                .path("resources")
                .forEach(file -> files.add(file.asText()));
        try (var there = Files.list(Manifests.FOLDER)) {
            assertThat(there.map(file -> file.getFileName().toString()))
                    .filteredOn(file -> !file.equals("kustomization.yaml"))
                    .containsExactlyInAnyOrderElementsOf(files);
        }
        List<String> names = Manifests.all().stream()
                .map(object -> object.getKind() + "/" + object.getMetadata().getName())
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        for (Class<? extends HasMetadata> kind :
                List.of(Deployment.class, Service.class, PodDisruptionBudget.class, HorizontalPodAutoscaler.class)) {
            assertThat(Manifests.of(kind).stream()
                            .map(object -> object.getMetadata().getName()))
                    .containsExactlyInAnyOrderElementsOf(SERVICES);
        }
    }

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
        List<String> set = environment(service).keySet().stream()
                .map(name -> name.replaceFirst("_FILE$", ""))
                .toList();
        assertThat(set).hasSizeGreaterThan(8);
        assertThat(known).containsAll(set);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void ports_databases_and_secrets_are_those_of_the_service(String service) throws IOException {
        Properties properties = properties(service);
        int port = Integer.parseInt(properties.getProperty("helpdesk.port"));
        String database = properties.getProperty("helpdesk.database");
        assertThat(container(service).getPorts()).singleElement().satisfies(one -> {
            assertThat(one.getName()).isEqualTo("http");
            assertThat(one.getContainerPort()).isEqualTo(port);
        });
        assertThat(service(service).getSpec().getPorts()).singleElement().satisfies(one -> {
            assertThat(one.getPort()).isEqualTo(port);
            assertThat(one.getTargetPort().getStrVal()).isEqualTo("http");
        });
        assertThat(service(service).getSpec().getType()).isNull();
        Map<String, String> environment = environment(service);
        assertThat(environment)
                .containsEntry("HELPDESK_POSTGRES_DATABASE", database)
                .containsEntry("HELPDESK_POSTGRES_USER", database);
        String made = Files.readString(ROOT.resolve("docker/make-secrets.sh"));
        List<String> mounted = pod(service).getVolumes().getFirst().getSecret().getItems().stream()
                .map(KeyToPath::getPath)
                .toList();
        assertThat(mounted).allSatisfy(name -> assertThat(made).contains(name));
        List<String> needed = environment.entrySet().stream()
                .filter(one -> one.getKey().endsWith("_FILE"))
                .map(one -> one.getValue().replace("/run/helpdesk/", ""))
                .toList();
        // No more than it needs: no service sees another's password.
        assertThat(mounted).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(environment)
                .doesNotContainKeys("HELPDESK_SECRET", "HELPDESK_POSTGRES_PASSWORD", "HELPDESK_ADMIN_PASSWORD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void it_may_do_nothing_but_its_work(String service) {
        PodSpec pod = pod(service);
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isEqualTo(10001);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getContainers()).hasSize(1);
        var own = container(service).getSecurityContext();
        assertThat(own.getAllowPrivilegeEscalation()).isFalse();
        assertThat(own.getReadOnlyRootFilesystem()).isTrue();
        assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container(service).getResources().getLimits()).containsKey("memory");
        assertThat(container(service).getResources().getRequests()).containsKeys("cpu", "memory");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ticket-service", "customer-service", "feedback-service", "notification-service", "gateway"})
    void an_update_or_a_node_that_goes_loses_no_request(String service) {
        Container container = container(service);
        assertThat(container.getStartupProbe().getHttpGet().getPath()).isEqualTo("/q/health/started");
        assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/q/health/ready");
        assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/q/health/live");
        var update = deployment(service).getSpec().getStrategy().getRollingUpdate();
        assertThat(update.getMaxUnavailable().getIntVal()).isZero();
        assertThat(update.getMaxSurge().getIntVal()).isPositive();
        int wait = Integer.parseInt(
                container.getLifecycle().getPreStop().getExec().getCommand().get(1));
        int leadAway = 3;
        int finish = 20;
        assertThat(Monitoring.text(ROOT.resolve("platform/src/main/resources/META-INF/microprofile-config.properties")))
                .contains(
                        "quarkus.shutdown.delay=${HELPDESK_SHUTDOWN_DELAY:" + leadAway + "s}",
                        "quarkus.shutdown.timeout=${HELPDESK_SHUTDOWN_TIMEOUT:" + finish + "s}");
        assertThat(pod(service).getTerminationGracePeriodSeconds()).isGreaterThan(wait + leadAway + finish);
        var scaling = named(HorizontalPodAutoscaler.class, service).getSpec();
        assertThat(scaling.getMinReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(scaling.getMaxReplicas())
                .isEqualTo(Integer.valueOf(environment(service).get("HELPDESK_KAFKA_PARTITIONS")));
        assertThat(deployment(service).getSpec().getReplicas()).isNull();
        assertThat(named(PodDisruptionBudget.class, service)
                        .getSpec()
                        .getMaxUnavailable()
                        .getIntVal())
                .isEqualTo(1);
    }

    @Test
    void nothing_is_reached_that_is_not_allowed() {
        NetworkPolicy nothing = named(NetworkPolicy.class, "nothing-else");
        assertThat(nothing.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
        assertThat(nothing.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
        List<String> fromAnywhere = new ArrayList<>();
        List<NetworkPolicy> toAnywhere = new ArrayList<>();
        for (NetworkPolicy policy : Manifests.of(NetworkPolicy.class)) {
            policy.getSpec().getIngress().stream()
                    .filter(way -> way.getFrom() == null || way.getFrom().isEmpty())
                    .forEach(way -> fromAnywhere.add(
                            policy.getSpec().getPodSelector().getMatchLabels().get(NAME)));
            policy.getSpec().getEgress().forEach(way -> {
                assertThat(way.getTo()).isNotEmpty();
                if (way.getTo().stream()
                        .anyMatch(to -> to.getIpBlock() != null
                                && to.getIpBlock().getCidr().equals("0.0.0.0/0"))) {
                    toAnywhere.add(policy);
                }
            });
        }
        assertThat(fromAnywhere).containsExactly("gateway");
        assertThat(toAnywhere).singleElement().satisfies(policy -> {
            assertThat(policy.getSpec()
                            .getPodSelector()
                            .getMatchExpressions()
                            .getFirst()
                            .getValues())
                    .containsExactlyInAnyOrder("gateway", "notification-service");
            assertThat(policy.getSpec()
                            .getEgress()
                            .getFirst()
                            .getTo()
                            .getFirst()
                            .getIpBlock()
                            .getExcept())
                    .contains("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
        });
    }

    @Test
    void the_gateway_reaches_each_service_by_its_name_and_port() throws IOException {
        Map<String, String> gateway = environment("gateway");
        for (String service : SERVICES.subList(0, 4)) {
            String port = properties(service).getProperty("helpdesk.port");
            assertThat(gateway.values()).contains("http://" + service + ":" + port);
            assertThat(named(NetworkPolicy.class, "gateway").getSpec().getEgress())
                    .anySatisfy(way -> {
                        assertThat(way.getTo().getFirst().getPodSelector().getMatchLabels())
                                .containsEntry(NAME, service);
                        assertThat(way.getPorts().getFirst().getPort().getIntVal())
                                .isEqualTo(Integer.valueOf(port));
                    });
        }
    }

    private static Map<String, String> environment(String service) {
        Map<String, String> environment =
                new HashMap<>(named(ConfigMap.class, "helpdesk").getData());
        assertThat(container(service).getEnvFrom().getFirst().getConfigMapRef().getName())
                .isEqualTo("helpdesk");
        for (EnvVar variable : container(service).getEnv()) {
            environment.put(variable.getName(), variable.getValue());
        }
        return environment;
    }

    private static Container container(String service) {
        return pod(service).getContainers().getFirst();
    }

    private static PodSpec pod(String service) {
        return deployment(service).getSpec().getTemplate().getSpec();
    }

    private static Deployment deployment(String service) {
        return named(Deployment.class, service);
    }

    private static Service service(String service) {
        return named(Service.class, service);
    }

    private static <T extends HasMetadata> T named(Class<T> kind, String name) {
        return Manifests.of(kind).stream()
                .filter(object -> object.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Properties properties(String service) throws IOException {
        Properties properties = new Properties();
        try (var in = Files.newInputStream(ROOT.resolve(service + "/src/main/resources/application.properties"))) {
            properties.load(in);
        }
        return properties;
    }
}
