package helpdesk.gateway.privacy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * What is too large for the memory, for as long as it is needed. It goes when it is closed; on most systems it has no name from
 * the beginning on, so that nothing is left even when the process dies.
 */
final class TemporaryFile implements Closeable {

    private final FileChannel channel;
    private final long limit;

    private TemporaryFile(FileChannel channel, long limit) {
        this.channel = channel;
        this.limit = limit;
    }

    /** @param limit how many bytes it takes at most */
    static TemporaryFile create(long limit) throws IOException {
        Path path = Files.createTempFile("helpdesk-personal-data", null);
        try {
            return new TemporaryFile(
                    FileChannel.open(
                            path,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    limit);
        } catch (IOException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    /**
     * Adds to it.
     *
     * @throws TooLargeException when it would be larger than it may be
     */
    void write(ByteBuffer bytes) throws IOException {
        if (channel.size() + bytes.remaining() > limit) {
            throw new TooLargeException();
        }
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /** Adds to it. Closing does nothing. */
    OutputStream out() {
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                write(new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                TemporaryFile.this.write(ByteBuffer.wrap(bytes, from, length));
            }
        };
    }

    /** Reads it from the beginning. Closing the stream closes the file. */
    InputStream in() throws IOException {
        channel.position(0);
        return Channels.newInputStream(channel);
    }

    long size() throws IOException {
        return channel.size();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** More came than fits. */
    static final class TooLargeException extends IOException {

        private static final long serialVersionUID = 1L;

        TooLargeException() {
            super("It is larger than it may be");
        }
    }
}
