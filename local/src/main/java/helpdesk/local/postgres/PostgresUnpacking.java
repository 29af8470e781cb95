package helpdesk.local.postgres;

import helpdesk.local.process.Programs;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Unpacks the PostgreSQL programs. That takes a large buffer for a short time, so a JVM with a small heap, such as the
 * launcher's, does it in a child process.
 */
public final class PostgresUnpacking {

    /** What is enough for the decompressor's dictionary and its surroundings. */
    private static final int HEAP_MEGABYTES = 320;

    private static final int ANYONE_MAY_EXECUTE = 0b001_001_001;

    private PostgresUnpacking() {}

    /**
     * The child process.
     *
     * @param arguments the folder to unpack into
     */
    public static void main(String[] arguments) throws IOException {
        unpackHere(PostgresArchive.ofThisMachine(), Path.of(arguments[0]));
    }

    static void unpack(PostgresArchive archive, Path target) throws IOException {
        if (Runtime.getRuntime().maxMemory() >= HEAP_MEGABYTES * 1024L * 1024L) {
            unpackHere(archive, target);
        } else {
            unpackInChild(target);
        }
    }

    private static void unpackInChild(Path target) throws IOException {
        List<String> command = List.of(
                Programs.java().toString(),
                "-Xmx" + HEAP_MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                PostgresUnpacking.class.getName(),
                target.toString());
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = child.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            if (!child.waitFor(2, TimeUnit.MINUTES) || child.exitValue() != 0) {
                throw new IOException(said.strip());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while unpacking", stopped);
        } finally {
            child.destroyForcibly();
        }
    }

    private static void unpackHere(PostgresArchive archive, Path target) throws IOException {
        List<Path> files = new ArrayList<>();
        try (InputStream packed = new BufferedInputStream(archive.open());
                InputStream plain = new XZCompressorInputStream(packed);
                TarArchiveInputStream tar = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException(entry.getName() + " lies outside of the archive");
                }
                place(entry, tar, file);
                if (!entry.isDirectory()) {
                    files.add(target.relativize(file));
                }
            }
        }
        UnpackedFiles.record(target, files);
    }

    private static void place(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else {
            Files.copy(content, file);
            if ((entry.getMode() & ANYONE_MAY_EXECUTE) != 0 && !file.toFile().setExecutable(true, false)) {
                throw new IOException(file + " can't be made executable");
            }
        }
    }
}
