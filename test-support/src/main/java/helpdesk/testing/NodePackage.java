package helpdesk.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * A module's scripts in {@code src/test/npm}, with the public libraries that they try out. A test that needs them is skipped where there
 * is no Node.js to run them.
 */
public final class NodePackage {

    private static final Path SOURCES = Path.of("src/test/npm");
    private static final Path FOLDER = Path.of("target/npm");
    private static final Path OUTPUT = FOLDER.resolve("output");
    private static final int PATIENCE = 120;

    private NodePackage() {}

    /** Installs what the package file of the module at hand asks for, in the versions of its lock file. */
    public static NodePackage installed() {
        Assumptions.assumeTrue(isThere("node") && isThere("npm"), "Node.js is not installed here");
        try {
            Files.createDirectories(FOLDER);
            try (DirectoryStream<Path> files = Files.newDirectoryStream(SOURCES)) {
                for (Path file : files) {
                    Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Result installation =
                    end(new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"), null);
            if (installation.status() != 0) {
                throw new AssertionError("The libraries could not be installed: " + installation.output());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NodePackage();
    }

    /** Runs a script until it ends. */
    public Result run(String script, byte[] input) {
        try {
            return end(new ProcessBuilder("node", script), input);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * How a script ended.
     *
     * @param status 0 when all went well
     * @param output what it wrote, its complaints among it
     */
    public record Result(int status, String output) {}

    private static boolean isThere(String program) {
        try {
            Files.createDirectories(FOLDER);
            return end(new ProcessBuilder(program, "--version"), null).status() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static Result end(ProcessBuilder builder, byte[] input) throws IOException {
        builder.directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(OUTPUT.toFile());
        if (input != null) {
            Path file = FOLDER.resolve("input");
            Files.write(file, input);
            builder.redirectInput(file.toFile());
        }
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError(builder.command() + " takes too long: " + Files.readString(OUTPUT));
            }
            return new Result(process.exitValue(), Files.readString(OUTPUT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
