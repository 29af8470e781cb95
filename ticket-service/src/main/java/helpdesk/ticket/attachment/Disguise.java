package helpdesk.ticket.attachment;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.mime.MediaType;

/** Finds files that are two things at once, and archives that grow beyond measure when somebody opens them. */
final class Disguise {

    /** What no picture has in it, in lower case. */
    private static final List<byte[]> SCRIPTS = Stream.of(
                    "<script", "<?php", "<html", "<!doctype html", "<svg", "<iframe")
            .map(mark -> mark.getBytes(StandardCharsets.US_ASCII))
            .toList();

    private static final byte[] END_OF_ZIP = {'P', 'K', 5, 6};
    private static final int ZIP_TAIL = 66_000;
    private static final long LARGEST_UNPACKED = 500L * 1024 * 1024;
    private static final long FREE_UNPACKED = 20L * 1024 * 1024;
    private static final int LARGEST_RATIO = 100;
    private static final int MOST_FILES = 10_000;

    private Disguise() {}

    static void requireNone(MediaType type, java.nio.file.Path content) throws IOException {
        String name = type.toString();
        boolean picture = type.getType().equals("image");
        if (picture
                || name.equals("application/pdf")
                || type.getType().equals("audio")
                || type.getType().equals("video")) {
            byte[] bytes = Files.readAllBytes(content);
            if (contains(bytes, END_OF_ZIP, Math.max(0, bytes.length - ZIP_TAIL))) {
                throw FileKinds.refused("It is an archive as well. Send the one and the other apart.");
            }
            if (picture && SCRIPTS.stream().anyMatch(mark -> contains(bytes, mark, 0))) {
                throw FileKinds.refused("This picture has a script in it. Save it anew as a PNG.");
            }
        }
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
    }

    private static long requireModest(InputStream archive, long packed, long before) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = before;
        for (int read = archive.read(buffer); read >= 0; read = archive.read(buffer)) {
            unpacked += read;
            if (unpacked > LARGEST_UNPACKED || unpacked > FREE_UNPACKED && unpacked > packed * LARGEST_RATIO) {
                throw FileKinds.refused("The archive grows beyond measure when it is opened. Send what is in it.");
            }
        }
        return unpacked;
    }

    private static boolean contains(byte[] bytes, byte[] mark, int from) {
        for (int i = from; i <= bytes.length - mark.length; i++) {
            int matched = 0;
            while (matched < mark.length && lower(bytes[i + matched]) == lower(mark[matched])) {
                matched++;
            }
            if (matched == mark.length) {
                return true;
            }
        }
        return false;
    }

    private static int lower(byte character) {
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    }
}
