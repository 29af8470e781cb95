package helpdesk.local.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Predicate;

/** Copies a folder with all that is in it, while others may write there. Folders of the copy are for their owner only. */
public final class FileCopy extends SimpleFileVisitor<Path> {

    private final Path from;
    private final Path to;
    private final Predicate<Path> wanted;
    private long bytes;

    private FileCopy(Path from, Path to, Predicate<Path> wanted) {
        this.from = from;
        this.to = to;
        this.wanted = wanted;
    }

    /**
     * Copies; what vanishes meanwhile is left out.
     *
     * @param to does not exist yet; its folder does
     * @param wanted which files and folders, by their path inside the folder; what is in an unwanted folder is left out
     * @return how many bytes
     */
    public static long copy(Path from, Path to, Predicate<Path> wanted) throws IOException {
        FileCopy copy = new FileCopy(from, to, wanted);
        Files.walkFileTree(from, copy);
        return copy.bytes;
    }

    /** Creates a folder that only its owner can enter. */
    public static void createFolder(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
        Path inside = from.relativize(folder);
        if (!folder.equals(from) && !wanted.test(inside)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        createFolder(to.resolve(inside));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        Path inside = from.relativize(file);
        if (wanted.test(inside)) {
            try {
                Path copied = Files.copy(file, to.resolve(inside), StandardCopyOption.COPY_ATTRIBUTES);
                bytes += Files.size(copied);
            } catch (NoSuchFileException gone) {
                return FileVisitResult.CONTINUE;
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException problem) throws IOException {
        if (problem instanceof NoSuchFileException) {
            return FileVisitResult.CONTINUE;
        }
        throw problem;
    }
}
