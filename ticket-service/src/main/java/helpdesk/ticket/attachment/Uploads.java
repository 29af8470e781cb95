package helpdesk.ticket.attachment;

import helpdesk.platform.problem.PlatformProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;

/** Receives files: to the disk first, whatever their size, and looked at before anything is stored. */
@ApplicationScoped
class Uploads {

    private static final long LARGEST = 25L * 1024 * 1024;

    private final FileKinds kinds;

    Uploads(FileKinds kinds) {
        this.kinds = kinds;
    }

    /**
     * Receives a file, and hands it on as long as it lies on the disk.
     *
     * @throws helpdesk.platform.problem.Problem {@code body-too-large}, {@code attachment-refused}, {@code invalid-request}
     */
    <T> T receive(String name, InputStream body, Function<ReceivedFile, T> receiver) {
        String fileName = FileName.require(name);
        try {
            java.nio.file.Path file = Files.createTempFile("helpdesk-upload-", null);
            try {
                String sha256 = copy(body, file);
                long size = Files.size(file);
                if (size == 0) {
                    throw PlatformProblem.INVALID_REQUEST.at("", "The file is empty. Send its bytes as the body.");
                }
                return receiver.apply(new ReceivedFile(fileName, kinds.require(fileName, file), file, size, sha256));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(InputStream body, java.nio.file.Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
            long size = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                size += read;
                if (size > LARGEST) {
                    throw PlatformProblem.BODY_TOO_LARGE.problem("A file has at most 25 MiB. Send a smaller one.");
                }
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
