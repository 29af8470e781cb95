package helpdesk.notification.webhook;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The public library of Standard Webhooks for JavaScript. A test that needs it is skipped where there is no Node.js to run it. */
final class JavaScriptLibrary {

    private static final Path SOURCES = Path.of("src/test/npm");
    private static final Path FOLDER = Path.of("target/npm");
    private static final int PATIENCE = 120;

    private JavaScriptLibrary() {}

    static JavaScriptLibrary installed() {
        Assumptions.assumeTrue(runs("node", "--version") && runs("npm", "--version"), "Node.js is not installed here");
        try {
            Files.createDirectories(FOLDER);
            for (String file : List.of("package.json", "package-lock.json", "verify.js")) {
                Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!runs("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts")) {
            throw new AssertionError("The library could not be installed: see target/npm/output");
        }
        return new JavaScriptLibrary();
    }

    /** Whether the library finds the message signed with this secret. */
    boolean verifies(Receiver.Message message, String secret) {
        Map<String, String> headers = message.headers().entrySet().stream()
                .collect(
                        Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), header -> header.getValue()
                                .getFirst()));
        try {
            Path input = FOLDER.resolve("message.json");
            new JsonMapper()
                    .writeValue(input.toFile(), Map.of("secret", secret, "headers", headers, "body", message.body()));
            return end(new ProcessBuilder("node", "verify.js")
                    .directory(FOLDER.toFile())
                    .redirectInput(input.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean runs(String... command) {
        try {
            Files.createDirectories(FOLDER);
            return end(new ProcessBuilder(command).directory(FOLDER.toFile()));
        } catch (IOException notThere) {
            return false;
        }
    }

    private static boolean end(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("output").toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError(builder.command() + " takes too long");
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
