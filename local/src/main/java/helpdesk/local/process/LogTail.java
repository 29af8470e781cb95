package helpdesk.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file. */
public final class LogTail {

    private static final int LONGEST = 64 * 1024;

    private LogTail() {}

    /** @return the file's length in bytes, 0 if there is none; what is written later lies behind it */
    public static long end(Path log) {
        try {
            return Files.exists(log) ? Files.size(log) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    /**
     * @param from only what was written behind this many bytes
     * @return the whole text, but at most its last 64 KiB; empty if there is no such file
     */
    public static String textFrom(Path log, long from) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long start = Math.max(from, file.length() - LONGEST);
            if (start >= file.length()) {
                return "";
            }
            byte[] bytes = new byte[(int) (file.length() - start)];
            file.seek(start);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException gone) {
            return "";
        }
    }

    /** @return the last lines that say something: neither blank nor a frame of a stack trace */
    public static List<String> meaningfulLines(Path log, long from, int most) {
        List<String> lines = textFrom(log, from)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.startsWith("\t... "))
                .toList();
        return lines.subList(Math.max(0, lines.size() - most), lines.size());
    }
}
