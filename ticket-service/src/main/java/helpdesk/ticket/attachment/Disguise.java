package helpdesk.ticket.attachment;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.mime.MediaType;

/** Finds files that are two things at once, and archives that grow beyond measure when somebody opens them. */
final class Disguise {

    /** What no picture has in it, in lower case. */
    private static final List<String> SCRIPTS =
            List.of("<script", "<?php", "<html", "<!doctype html", "<svg", "<iframe");

    private static final String END_OF_ZIP = "pk\u0005\u0006";
    private static final int ZIP_TAIL = 66_000;
    private static final long LARGEST_UNPACKED = 500L * 1024 * 1024;
    private static final long FREE_UNPACKED = 20L * 1024 * 1024;
    private static final int LARGEST_RATIO = 100;
    private static final int MOST_FILES = 10_000;
    private static final int BUFFER = 64 * 1024;

    private Disguise() {}

    static void requireNone(MediaType type, Path content) throws IOException {
        boolean picture = type.getType().equals("image");
        boolean shown = picture
                || type.toString().equals("application/pdf")
                || type.getType().equals("audio")
                || type.getType().equals("video");
        if (shown && contains(content, Math.max(0, Files.size(content) - ZIP_TAIL), List.of(END_OF_ZIP))) {
            throw FileKinds.refused("It is an archive as well. Send the one and the other apart.");
        }
        if (picture && contains(content, 0, SCRIPTS)) {
            throw FileKinds.refused("This picture has a script in it. Save it anew as a PNG.");
        }
        requireModest(content);
    }

    private static void requireModest(Path content) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(content))) {
            file.mark(4);
            byte[] begin = file.readNBytes(2);
            file.reset();
            if (begin.length == 2 && begin[0] == 'P' && begin[1] == 'K') {
                requireModest(new ZipInputStream(file), Files.size(content));
            } else if (begin.length == 2 && begin[0] == (byte) 0x1f && begin[1] == (byte) 0x8b) {
                requireModest(new GZIPInputStream(file), Files.size(content), 0);
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw FileKinds.refused("The archive is damaged. Pack it anew.");
        }
    }

    private static void requireModest(ZipInputStream archive, long packed) throws IOException {
        long unpacked = 0;
        int files = 0;
        while (archive.getNextEntry() != null) {
            unpacked = requireModest(archive, packed, unpacked);
            if (++files > MOST_FILES) {
                throw FileKinds.refused("The archive has more than 10,000 files. Send fewer.");
            }
        }
        if (files == 0) {
            throw FileKinds.refused("The archive is damaged, or has nothing in it. Pack it anew.");
        }
    }

    private static long requireModest(InputStream archive, long packed, long before) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = before;
        for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
            unpacked += read;
            if (unpacked > LARGEST_UNPACKED || unpacked > FREE_UNPACKED && unpacked > packed * LARGEST_RATIO) {
                throw FileKinds.refused("The archive grows beyond measure when it is opened. Send what is in it.");
            }
        }
        return unpacked;
    }

    /** Whether one of the marks, which are in lower case, is in the file from there on; in capitals or not. */
    private static boolean contains(Path content, long from, List<String> marks) throws IOException {
        int overlap = marks.stream().mapToInt(String::length).max().orElseThrow() - 1;
        try (InputStream file = Files.newInputStream(content)) {
            file.skipNBytes(from);
            byte[] buffer = new byte[BUFFER];
            int kept = 0;
            for (int read = file.read(buffer, 0, BUFFER); read >= 0; read = file.read(buffer, kept, BUFFER - kept)) {
                int filled = kept + read;
                // One character for each byte, whatever the bytes mean.
                String text = new String(buffer, 0, filled, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                if (marks.stream().anyMatch(text::contains)) {
                    return true;
                }
                kept = Math.min(overlap, filled);
                System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            }
            return false;
        }
    }
}
