package helpdesk.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {

    @TempDir
    private Path folder;

    @Test
    void aCacheFitsUntilAJarChanges() throws Exception {
        Path jar = jar();
        AotCache cache = new AotCache(folder.resolve("part.aot"), AotCache.jarsOf(folder.resolve("lib")));
        assertThat(cache.fits()).isFalse();
        assertThat(cache.accept()).isFalse();

        assertThat(run(cache, cache.making())).isZero();
        assertThat(cache.fits()).isFalse();
        assertThat(cache.accept()).isTrue();
        assertThat(cache.fits()).isTrue();
        assertThat(run(cache, cache.using())).isZero();
        assertThat(LogTail.textFrom(folder.resolve("run.log"), 0))
                .contains("hello")
                .doesNotContain("[warning]");

        Files.setLastModifiedTime(jar, FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        assertThat(cache.fits()).isFalse();
    }

    private int run(AotCache cache, List<String> arguments) throws InterruptedException {
        List<String> words = new ArrayList<>(List.of(Programs.java().toString(), "-XX:+UseSerialGC"));
        words.addAll(arguments);
        words.add(Greeting.class.getName());
        return ChildProcess.start(words, Map.of("CLASSPATH", cache.joinedClassPath()), folder.resolve("run.log"))
                .waitFor();
    }

    private Path jar() throws IOException {
        Path jar = Files.createDirectories(folder.resolve("lib")).resolve("greeting.jar");
        String entry = Greeting.class.getName().replace('.', '/') + ".class";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream content = new JarOutputStream(file);
                var bytes = AotCacheTest.class.getClassLoader().getResourceAsStream(entry)) {
            content.putNextEntry(new JarEntry(entry));
            bytes.transferTo(content);
            content.closeEntry();
        }
        return jar;
    }

    /** What is run. */
    public static final class Greeting {
        private Greeting() {}

        public static void main(String[] arguments) {
            System.out.println("hello");
        }
    }
}
