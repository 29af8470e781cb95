package helpdesk.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the error catalogues of the code and the page that explains them together. */
class ErrorCatalogueTest {

    private static final Path ROOT =
            Path.of(System.getProperty("helpdesk.root", "..")).toAbsolutePath().normalize();
    private static final Pattern CONSTANT = Pattern.compile("(?m)^ {4}([A-Z][A-Z_]+)\\(\\s*(\\d{3}),");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|");
    private static final List<String> MODULES = List.of(
            "platform", "ticket-service", "customer-service", "feedback-service", "notification-service", "gateway");

    @Test
    void every_problem_has_its_row_and_every_row_its_problem() throws IOException {
        Set<String> inCode = new TreeSet<>();
        for (String module : MODULES) {
            inCode.addAll(problemsOf(module));
        }
        Set<String> explained = new TreeSet<>();
        Matcher rows = ROW.matcher(Files.readString(ROOT.resolve("docs/errors.md")));
        while (rows.find()) {
            explained.add(rows.group(1) + " " + rows.group(2));
        }
        assertThat(inCode).hasSizeGreaterThan(40);
        assertThat(explained).isEqualTo(inCode);
    }

    private static Set<String> problemsOf(String module) throws IOException {
        Set<String> problems = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
            for (Path file : files.filter(path -> path.toString().endsWith("Problem.java"))
                    .toList()) {
                String source = Files.readString(file);
                if (source.contains("implements ProblemType")) {
                    Matcher constants = CONSTANT.matcher(source);
                    while (constants.find()) {
                        problems.add(constants.group(1).toLowerCase(Locale.ROOT).replace('_', '-') + " "
                                + constants.group(2));
                    }
                }
            }
        }
        assertThat(problems).as(module).isNotEmpty();
        return problems;
    }
}
