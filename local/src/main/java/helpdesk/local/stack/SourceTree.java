package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The built source tree that a launcher runs from. */
public final class SourceTree {

    private SourceTree() {}

    /** @return its folder, as the script says in the system property {@code helpdesk.root}; otherwise the current folder */
    public static Path root() {
        return Path.of(System.getProperty("helpdesk.root", "."))
                .toAbsolutePath()
                .normalize();
    }

    /** @return the folder with the broker's jars */
    public static Path kafkaLibraries(Path root) {
        return root.resolve("local").resolve("target").resolve("lib");
    }

    /**
     * Tells the script that a stack runs from this tree, so that it does not build anew: the services read their jars while they
     * run. The script ignores what a killed launcher left.
     *
     * @param root the tree
     * @param data the stack's data directory, for the script's message
     * @return to be closed when the stack has stopped
     */
    public static Occupation occupy(Path root, DataDirectory data) {
        Path file = root.resolve("target")
                .resolve("running")
                .resolve(Long.toString(ProcessHandle.current().pid()));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, data.root() + "\n");
            return new Occupation(file);
        } catch (IOException e) {
            throw new StartFailure("%s can't be written: see that its folder belongs to you.".formatted(file), e);
        }
    }

    /**
     * A stack runs from the tree.
     *
     * @param file what the script sees
     */
    public record Occupation(Path file) implements AutoCloseable {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
