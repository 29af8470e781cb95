package helpdesk.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of the operating system that the stack may use, found on the search path or in the usual folders. */
public final class Programs {

    private static final List<String> USUAL_FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

    private Programs() {}

    /**
     * @param name a program's file name, such as {@code setsid}
     * @return its path, if it is installed and may be executed
     */
    public static Optional<Path> find(String name) {
        String searchPath = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(searchPath.split(File.pathSeparator)), USUAL_FOLDERS.stream())
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** @return the {@code java} program of the running JVM */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /**
     * Runs a command that answers at once and whose output does not matter.
     *
     * @return true if it ended with 0 within ten seconds
     */
    public static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notRunnable) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
