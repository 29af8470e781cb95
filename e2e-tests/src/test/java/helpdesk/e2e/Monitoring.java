package helpdesk.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files for Prometheus and Grafana. */
final class Monitoring {

    static final Path ROOT =
            Path.of(System.getProperty("helpdesk.root", "..")).toAbsolutePath().normalize();

    /** Names before a selector; everything in an expression that asks for a measure has one. */
    private static final Pattern SELECTED = Pattern.compile("([a-z_:][a-zA-Z0-9_:]*)\\{");

    private static final YAMLMapper YAML = new YAMLMapper();

    private Monitoring() {}

    /** Whatever is asked of Prometheus, in alerts and on dashboards. */
    static List<String> expressions() {
        List<String> expressions = new ArrayList<>();
        yaml(ROOT.resolve("deploy/prometheus/alerts.yml"))
                .findValues("expr")
                .forEach(one -> expressions.add(one.asText()));
        dashboards().forEach(board -> board.path("panels").forEach(panel -> panel.path("targets")
                .forEach(target -> expressions.add(target.path("expr").asText()))));
        return expressions;
    }

    /** The measures that they name, without {@code up}, which is Prometheus' own. */
    static Set<String> measures() {
        Set<String> names = new TreeSet<>();
        expressions().forEach(expression -> SELECTED.matcher(expression)
                .results()
                .map((MatchResult found) -> found.group(1))
                .forEach(names::add));
        names.remove("up");
        return names;
    }

    static List<JsonNode> dashboards() {
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/grafana/dashboards"))) {
            return files.sorted().map(Monitoring::yaml).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON is YAML, too. */
    static JsonNode yaml(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
