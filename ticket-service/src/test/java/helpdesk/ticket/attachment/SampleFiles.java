package helpdesk.ticket.attachment;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** SampleFiles to send. */
final class SampleFiles {

    private SampleFiles() {}

    /** What begins like a picture and has this many bytes. */
    static byte[] png(int size) {
        byte[] picture = new byte[size];
        new Random(size).nextBytes(picture);
        byte[] begin = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        System.arraycopy(begin, 0, picture, 0, begin.length);
        return picture;
    }

    /** An archive of a file of this many equal bytes. */
    static byte[] zip(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("report.txt"));
            zip.write(new byte[size]);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    static byte[] gzip(int size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(new byte[size]);
        }
        return bytes.toByteArray();
    }
}
