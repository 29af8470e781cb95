package helpdesk.local.postgres;

import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.FileTree;
import helpdesk.local.process.Programs;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The unpacked PostgreSQL programs. They are unpacked once, beside their final place, and moved there whole; before each use
 * they are checked, and unpacked again if a part is missing or does not run.
 *
 * @param folder contains {@code bin}, {@code lib} and {@code share}
 */
record PostgresBinaries(Path folder) {

    private static final Duration LONGEST_UNPACKING = Duration.ofMinutes(3);

    /**
     * @param cache where unpacked programs are kept
     * @param account who has to be able to run them
     * @param notices told in a sentence if the cache had to be repaired
     * @return programs that run
     * @throws StartFailure if they can't be unpacked, or don't run on this machine
     */
    static PostgresBinaries unpacked(Path cache, ServerAccount account, Consumer<String> notices) {
        PostgresArchive archive = PostgresArchive.ofThisMachine();
        PostgresBinaries binaries = new PostgresBinaries(cache.resolve(archive.fingerprint()));
        if (binaries.work(account)) {
            return binaries;
        }
        try (DirectoryLock _ = lockOf(binaries.folder())) {
            // Another process may have unpacked them while this one waited for the lock.
            if (!binaries.work(account)) {
                binaries.unpackAgain(archive, notices);
                binaries.requireWorking(account);
            }
        }
        return binaries;
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private boolean work(ServerAccount account) {
        return UnpackedFiles.areComplete(folder)
                && Programs.succeeds(account.run(List.of(program("postgres"), "--version")));
    }

    private void unpackAgain(PostgresArchive archive, Consumer<String> notices) {
        if (Files.exists(folder)) {
            notices.accept(
                    "The unpacked PostgreSQL in %s was incomplete; it is being unpacked again.".formatted(folder));
            FileTree.delete(folder);
        }
        Path target = folder.resolveSibling(folder.getFileName() + ".unpacking");
        FileTree.delete(target);
        try {
            Files.createDirectories(target);
            PostgresUnpacking.unpack(archive, target);
            Files.move(target, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            FileTree.delete(target);
            throw new StartFailure(
                    "PostgreSQL can't be unpacked into %s (%s): free some disk space (it takes 120 MB) and see that the folder is writable, then try again."
                            .formatted(folder.getParent(), e.getMessage()),
                    e);
        }
    }

    private void requireWorking(ServerAccount account) {
        if (work(account)) {
            return;
        }
        List<String> command = new ArrayList<>(account.run(List.of(program("postgres"), "--version")));
        throw new StartFailure(
                "The shipped PostgreSQL does not run on this machine. Try '%s' to see why, or set HELPDESK_POSTGRES_HOST to use a server of your own."
                        .formatted(String.join(" ", command)));
    }

    private static DirectoryLock lockOf(Path folder) {
        Path file = folder.resolveSibling(folder.getFileName() + ".lock");
        Instant deadline = Instant.now().plus(LONGEST_UNPACKING);
        while (Instant.now().isBefore(deadline)) {
            Optional<DirectoryLock> lock = DirectoryLock.tryHold(file);
            if (lock.isPresent()) {
                return lock.get();
            }
            pause();
        }
        throw new StartFailure(
                "Another process has been unpacking PostgreSQL into %s for too long: end it and try again."
                        .formatted(folder.getParent()));
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while PostgreSQL was being unpacked.", stopped);
        }
    }
}
