package helpdesk.local.service;

import helpdesk.local.process.AotCache;
import helpdesk.local.process.Programs;
import helpdesk.local.process.StartFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How a service's JVM is started.
 *
 * @param service which
 * @param root the built source tree
 * @param data the stack's data directory
 * @param options further arguments for the JVM, from the caller
 */
public record ServiceProcess(ServiceKind service, Path root, Path data, List<String> options) {

    /** The system property by which the processes of one stack are recognised. */
    private static final String MARK = "-Dhelpdesk.stack=";

    private static final String MAIN_CLASS = "io.quarkus.runner.GeneratedMain";

    /**
     * Small rather than fast where both can't be had: memory is given back once a rush is over, and no time is spent on
     * compiling for a peak that a machine of few cores reaches after minutes only.
     */
    private static final List<String> FOOTPRINT = List.of(
            "-Xms32m",
            "-Xmx128m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=30",
            "-XX:-ShrinkHeapInSteps",
            "-XX:TrimNativeHeapInterval=5000",
            "-XX:ReservedCodeCacheSize=64m",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    /** @return the argument that only processes of this stack have */
    public static String mark(Path data) {
        return MARK + data;
    }

    /** Splits what a person wrote into one variable. */
    public static List<String> options(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * @return program and arguments, with no secret among them
     * @throws StartFailure if the service has not been built
     */
    public List<String> command() {
        requireJar();
        return isPrepared() ? flat(cache().using()) : fromJar();
    }

    /** @return program and arguments of a run that makes the cache when it ends */
    public List<String> makingCache() {
        requireJar();
        return flat(cache().making());
    }

    /** @return variables that belong to the command: a class path of two hundred jars would drown everything else in it */
    public Map<String, String> environment() {
        return Map.of("CLASSPATH", cache().joinedClassPath());
    }

    /** @return whether the cache fits what has been built */
    public boolean isPrepared() {
        return cache().fits();
    }

    /** @return what makes it start quickly, if it is there and fits */
    public AotCache cache() {
        Path application = service.jar(root).getParent();
        List<Path> classPath = new ArrayList<>();
        // In the order in which Quarkus searches them: classes it has changed come before the originals.
        classPath.add(application.resolve("quarkus").resolve("transformed-bytecode.jar"));
        classPath.add(application.resolve("quarkus").resolve("generated-bytecode.jar"));
        classPath.removeIf(jar -> !Files.exists(jar));
        classPath.addAll(AotCache.jarsOf(application.resolve("app")));
        classPath.addAll(AotCache.jarsOf(application.resolve("lib").resolve("boot")));
        classPath.addAll(AotCache.jarsOf(application.resolve("lib").resolve("main")));
        return new AotCache(application.resolveSibling("quick-start.aot"), classPath);
    }

    private void requireJar() {
        if (!Files.exists(service.jar(root))) {
            throw new StartFailure("%s is not built (%s is missing): run './mvnw -DskipTests package'."
                    .formatted(service.module(), service.jar(root)));
        }
    }

    private List<String> fromJar() {
        List<String> words = java(List.of());
        words.addAll(List.of("-jar", service.jar(root).toString()));
        return words;
    }

    /** Quarkus' own class loader hides its classes from most of what the cache can do, so the class path is given flat. */
    private List<String> flat(List<String> cacheArguments) {
        List<String> words = java(cacheArguments);
        // The jar's manifest opens it for Quarkus' threads; without the jar nobody else does.
        words.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        words.add("-Dhelpdesk.service.module=" + service.module());
        words.add(MAIN_CLASS);
        return words;
    }

    private List<String> java(List<String> cacheArguments) {
        List<String> words = new ArrayList<>();
        words.add(Programs.java().toString());
        words.addAll(FOOTPRINT);
        words.addAll(cacheArguments);
        words.addAll(options);
        words.add(mark(data));
        return words;
    }
}
