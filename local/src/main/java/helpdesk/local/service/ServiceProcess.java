package helpdesk.local.service;

import helpdesk.local.process.Programs;
import helpdesk.local.process.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command that runs a service. */
public final class ServiceProcess {

    /** The system property by which the processes of one stack are recognised. */
    private static final String MARK = "-Dhelpdesk.stack=";

    private ServiceProcess() {}

    /**
     * @param service which
     * @param root the built source tree
     * @param data the stack's data directory
     * @return program and arguments, with no secret among them
     * @throws StartFailure if the service has not been built
     */
    public static List<String> command(ServiceKind service, Path root, Path data) {
        Path jar = service.jar(root);
        if (!Files.exists(jar)) {
            throw new StartFailure("%s is not built (%s is missing): run './mvnw -DskipTests package'."
                    .formatted(service.module(), jar));
        }
        List<String> words = new ArrayList<>();
        words.add(Programs.java().toString());
        words.addAll(List.of(
                "-Xmx128m",
                "-Xss512k",
                "-XX:+UseSerialGC",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        words.add(mark(data));
        words.add("-jar");
        words.add(jar.toString());
        return words;
    }

    /** @return the argument that only processes of this stack have */
    public static String mark(Path data) {
        return MARK + data;
    }
}
