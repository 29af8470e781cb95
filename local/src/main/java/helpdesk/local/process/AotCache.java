package helpdesk.local.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a JVM learned in one run, kept so that later runs start in a third of the time (JEP 483, 514, 515). It fits one class path
 * and one JDK; beside it lies a list of what it was made from, and where that has changed it is not used.
 *
 * @param file the cache
 * @param classPath jars, in the order in which they are searched
 */
public record AotCache(Path file, List<Path> classPath) {

    /** Makes the class path unchangeable. */
    public AotCache {
        classPath = List.copyOf(classPath);
    }

    /** @return whether the cache was made from exactly these jars, by this JDK */
    public boolean fits() {
        try {
            return Files.exists(file) && Files.readString(ingredientsFile()).equals(ingredients());
        } catch (IOException notMade) {
            return false;
        }
    }

    /** @return the JVM's arguments that use it */
    public List<String> using() {
        return List.of(
                "-XX:AOTCache=" + file,
                // A cache that the JVM rejects after all only costs time; that is nothing to tell people about.
                "-Xlog:aot*=off",
                // Placed where it was made for, its pages need no correction: they stay those of the file, not of the
                // process.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0");
    }

    /** @return the JVM's arguments that make it when the JVM ends in order, which then takes some seconds longer */
    public List<String> making() {
        return List.of("-XX:AOTCacheOutput=" + unfinished(), "-Xlog:aot*=off");
    }

    /**
     * Puts a cache that has been made in its place.
     *
     * @return false if none was made
     */
    public boolean accept() {
        try {
            Files.deleteIfExists(ingredientsFile());
            if (!Files.exists(unfinished())) {
                return false;
            }
            Files.move(unfinished(), file, StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(ingredientsFile(), ingredients());
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return the class path as a JVM wants it */
    public String joinedClassPath() {
        return classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** @return the jars of a folder, in the order of their names */
    public static List<Path> jarsOf(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    private String ingredients() throws IOException {
        StringBuilder text = new StringBuilder(
                System.getProperty("java.home") + " " + Runtime.version().toString() + "\n");
        for (Path jar : classPath) {
            text.append("%s %d %d%n"
                    .formatted(
                            jar, Files.size(jar), Files.getLastModifiedTime(jar).toMillis()));
        }
        return text.toString();
    }

    private Path ingredientsFile() {
        return file.resolveSibling(file.getFileName() + ".ingredients");
    }

    private Path unfinished() {
        return file.resolveSibling(file.getFileName() + ".new");
    }
}
