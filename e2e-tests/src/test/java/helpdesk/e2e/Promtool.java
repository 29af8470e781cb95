package helpdesk.e2e;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Prometheus' own checker, of Debian's package {@code prometheus}.
 *
 * @param program the file
 */
record Promtool(Path program) {

    /** What it said. */
    record Answer(int exitCode, String text) {}

    /** The one on the PATH, or that {@code .ci/run} unpacked; whoever asks is skipped when there is none. */
    static Promtool installed() {
        Stream<Path> path = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(":"))
                .map(Path::of);
        Path unpacked = Monitoring.ROOT.resolve("target/tools/usr/bin");
        Optional<Path> found = Stream.concat(path, Stream.of(Path.of("/usr/bin"), unpacked))
                .map(folder -> folder.resolve("promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "install the package prometheus to test what it is given");
        return new Promtool(found.orElseThrow());
    }

    Answer run(Path folder, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("promtool has not ended after a minute");
        }
        return new Answer(process.exitValue(), text);
    }
}
