package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The folder that holds everything of one stack.
 *
 * @param root absolute
 */
public record DataDirectory(Path root) {

    private static final long LEAST_FREE_BYTES = 500L * 1024 * 1024;
    private static final long LONGEST_LOG_BYTES = 10L * 1024 * 1024;

    /** Makes the path absolute. */
    public DataDirectory {
        root = root.toAbsolutePath().normalize();
    }

    /** Creates the folders, readable for their owner only. */
    public void create() {
        try {
            if (!Files.isDirectory(root)) {
                Path parent = root.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(
                        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            Files.createDirectories(logs());
        } catch (IOException e) {
            throw new StartFailure(
                    "The data directory %s can't be created (%s): make its folder writable, or name another with --data."
                            .formatted(root, e.getMessage()),
                    e);
        }
    }

    /** Fails with a sentence unless 500 MB are free. */
    public void requireSpace() {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw new StartFailure(
                        "Only %d MB are free on the disk of %s, at least 500 MB are needed: free some space, or name a directory on another disk with --data."
                                .formatted(free / 1024 / 1024, root));
            }
        } catch (IOException e) {
            throw new StartFailure("%s can't be looked at: see that it belongs to you.".formatted(root), e);
        }
    }

    /**
     * Fails with a sentence unless there is space for so much more, and 500 MB besides.
     *
     * @param bytes that are going to be written
     */
    public void requireSpaceFor(long bytes) {
        try {
            long free = Files.getFileStore(root).getUsableSpace();
            if (free < bytes + LEAST_FREE_BYTES) {
                throw new StartFailure(
                        "Only %d MB are free on the disk of %s, about %d MB are needed: free some space, or load less."
                                .formatted(free / 1024 / 1024, root, (bytes + LEAST_FREE_BYTES) / 1024 / 1024));
            }
        } catch (IOException e) {
            throw new StartFailure("%s can't be looked at: see that it belongs to you.".formatted(root), e);
        }
    }

    /** @return whether this looks like the data of a stack, rather than something else of the user's */
    public boolean isOurs() {
        return Files.exists(state()) || Files.exists(secrets());
    }

    /** @return the database's files */
    public Path postgres() {
        return root.resolve("postgres");
    }

    /** @return the broker's files */
    public Path kafka() {
        return root.resolve("kafka");
    }

    /** @return the folder of all logs */
    public Path logs() {
        return root.resolve("logs");
    }

    /** @return a part's log */
    public Path log(String part) {
        return logs().resolve(part + ".log");
    }

    /** @return passwords and keys of the stack itself */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** @return the first administrator's password */
    public Path adminPassword() {
        return root.resolve("admin-password");
    }

    /** @return what runs, for the other commands */
    public Path state() {
        return root.resolve("stack.json");
    }

    /** @return held by the running launcher */
    public Path lock() {
        return root.resolve("lock");
    }

    /** @return what has been done once and is not done again */
    public Path milestones() {
        return root.resolve("milestones");
    }

    /** Begins a new log file for a part if its log has become longer than 10 MB; one older file is kept. */
    public void rotateLog(String part) {
        Path log = log(part);
        try {
            if (Files.exists(log) && Files.size(log) > LONGEST_LOG_BYTES) {
                Files.move(log, logs().resolve(part + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new StartFailure("%s can't be renamed: see that it belongs to you.".formatted(log), e);
        }
    }
}
