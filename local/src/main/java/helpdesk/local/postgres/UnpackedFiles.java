package helpdesk.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The list of what was unpacked, with sizes. It is written last, so its presence says that unpacking came to its end, and it
 * shows whether something was removed later (cleaners of temporary folders take files one by one).
 */
final class UnpackedFiles {

    private static final String LIST = "unpacked-files";

    private UnpackedFiles() {}

    static void record(Path folder, List<Path> files) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path file : files) {
            lines.add(sizeOf(folder.resolve(file)) + " " + file);
        }
        Files.write(folder.resolve(LIST), lines);
    }

    static boolean areComplete(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve(LIST));
            for (String line : lines) {
                int blank = line.indexOf(' ');
                Path file = folder.resolve(line.substring(blank + 1));
                if (sizeOf(file) != Long.parseLong(line.substring(0, blank))) {
                    return false;
                }
            }
            return !lines.isEmpty();
        } catch (IOException | RuntimeException missingOrDamaged) {
            return false;
        }
    }

    private static long sizeOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .size();
    }
}
