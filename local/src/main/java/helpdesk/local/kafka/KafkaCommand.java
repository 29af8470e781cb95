package helpdesk.local.kafka;

import helpdesk.local.process.AotCache;
import helpdesk.local.process.Programs;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the broker's programs are run: as Java classes from the shipped jars.
 *
 * @param settings where the jars and the configuration lie
 */
record KafkaCommand(KafkaSettings settings) {

    /** The class that is the broker. */
    static final String SERVER = "kafka.Kafka";

    /** Fails with a sentence if the jars are not there. */
    void requireLibraries() {
        try (Stream<Path> files = Files.list(settings.libraries())) {
            if (files.anyMatch(file -> file.getFileName().toString().startsWith("kafka_"))) {
                return;
            }
        } catch (IOException missing) {
            // The same as a folder without the jars.
        }
        throw new StartFailure("The broker's jars are not in %s: build them with './mvnw -pl local package'."
                .formatted(settings.libraries()));
    }

    List<String> server() {
        return server(cache().fits() ? cache().using() : List.of());
    }

    /** A broker that makes its cache when it ends. */
    List<String> serverMakingCache() {
        return server(cache().making());
    }

    /** What makes the broker start quickly, if it is there and fits. */
    AotCache cache() {
        return new AotCache(settings.libraries().resolveSibling("kafka.aot"), AotCache.jarsOf(settings.libraries()));
    }

    /** Variables that belong to each command. */
    Map<String, String> environment() {
        return Map.of("CLASSPATH", cache().joinedClassPath(), "MALLOC_ARENA_MAX", "2");
    }

    private List<String> server(List<String> cacheArguments) {
        List<String> words = java(settings.heapMegabytes());
        words.addAll(cacheArguments);
        words.addAll(List.of(SERVER, settings.configuration().toString()));
        return words;
    }

    List<String> format(String clusterId) {
        // It runs for a second: compiling well would cost more than it gains.
        List<String> words = java(96);
        words.add(1, "-XX:TieredStopAtLevel=1");
        words.addAll(List.of(
                "kafka.tools.StorageTool",
                "format",
                "--ignore-formatted",
                "--cluster-id",
                clusterId,
                "--config",
                settings.configuration().toString()));
        return words;
    }

    /** Besides the class, what the command line of this data directory's broker contains, and no other's. */
    String mark() {
        return settings.configuration().toString();
    }

    private List<String> java(int heapMegabytes) {
        return new ArrayList<>(List.of(
                Programs.java().toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=30",
                "-XX:-ShrinkHeapInSteps",
                "-XX:TrimNativeHeapInterval=5000",
                "-XX:+UseSerialGC",
                "-Xss512k",
                "-XX:ReservedCodeCacheSize=64m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+UseCompactObjectHeaders",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Djava.util.logging.config.file=" + settings.logging()));
    }
}
