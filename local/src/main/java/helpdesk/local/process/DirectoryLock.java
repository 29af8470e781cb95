package helpdesk.local.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Holds a directory for one process. The operating system gives the lock up when its holder dies, however it dies, so the
 * file may stay behind without harm. It contains the holder's process id, for messages.
 */
public final class DirectoryLock implements AutoCloseable {

    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @param file the lock file; its folder is created
     * @return the lock, or nothing if another process, or another holder in this one, has it
     * @throws StartFailure if the file can't be written
     */
    public static Optional<DirectoryLock> tryHold(Path file) {
        Optional<DirectoryLock> lock = glance(file);
        lock.ifPresent(held -> held.writeHolder(file));
        return lock;
    }

    /** As {@link #tryHold}, but for a moment only: the file goes on naming the last one who really held it. */
    public static Optional<DirectoryLock> glance(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new DirectoryLock(channel));
        } catch (IOException e) {
            throw notWritable(file, e);
        }
    }

    private void writeHolder(Path file) {
        try {
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
        } catch (IOException e) {
            close();
            throw notWritable(file, e);
        }
    }

    private static StartFailure notWritable(Path file, IOException e) {
        return new StartFailure(
                "%s can't be written (%s): make its folder writable, free disk space, or choose another folder."
                        .formatted(file, e.getMessage()),
                e);
    }

    /** @return the process id written by the last holder, who may be gone */
    public static Optional<Long> lastHolder(Path file) {
        try {
            return Optional.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException unknown) {
            return Optional.empty();
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldHere) {
            return false;
        }
    }

    /** Gives the directory up. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
