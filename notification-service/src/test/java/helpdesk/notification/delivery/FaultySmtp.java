package helpdesk.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** A mail server that does what it should not: something else in each connection, and in all others what it did in the last one named. */
final class FaultySmtp implements AutoCloseable {

    enum Manner {
        PROPER,
        SILENT_GREETING,
        GARBAGE,
        SLOW,
        GREYLISTING,
        NO_SUCH_USER,
        SILENT_AT_DATA,
        GONE_IN_CONTENT,
        GONE_AFTER_DOT,
        BUSY_AFTER_DOT
    }

    private final ServerSocket server;
    private final List<Manner> manners;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);

    private FaultySmtp(List<Manner> manners) throws IOException {
        this.manners = manners;
        server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        Thread.ofVirtual().start(this::accept);
    }

    static FaultySmtp open(Manner... manners) {
        try {
            return new FaultySmtp(List.of(manners));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int port() {
        return ConfigProvider.getConfig().getValue("helpdesk.mail.port", Integer.class);
    }

    /** The mails to somebody that it has, also those of which it did not say so. */
    List<String> taken(String recipient) {
        return taken.stream().filter(mail -> mail.contains("To: " + recipient)).toList();
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            server.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                sockets.add(socket);
                int number = connections.getAndIncrement();
                Manner manner = manners.get(Math.min(number, manners.size() - 1));
                Thread.ofVirtual().start(() -> talk(socket, manner));
            }
        } catch (IOException end) {
            // Closed.
        }
    }

    private void talk(Socket socket, Manner manner) {
        try (socket) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            OutputStream out = socket.getOutputStream();
            switch (manner) {
                case SILENT_GREETING -> hang();
                case GARBAGE -> say(out, "HTTP/1.1 400 What do you want?");
                case SLOW -> drip(out);
                default -> converse(in, out, manner);
            }
        } catch (IOException | InterruptedException end) {
            // The other side has had enough.
        }
    }

    private void converse(BufferedReader in, OutputStream out, Manner manner) throws IOException, InterruptedException {
        say(out, "220 faulty.example ESMTP");
        String line = in.readLine();
        while (line != null) {
            String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
            switch (verb) {
                case "EHLO" -> say(out, "250-faulty.example\r\n250 ENHANCEDSTATUSCODES");
                case "RCPT" -> say(out, recipient(line, manner));
                case "DATA" -> {
                    if (manner == Manner.SILENT_AT_DATA) {
                        hang();
                    }
                    say(out, "354 Go on");
                    if (!content(in, manner)) {
                        return;
                    }
                    say(out, manner == Manner.BUSY_AFTER_DOT ? "452 4.3.1 No room" : "250 2.0.0 Taken");
                }
                case "QUIT" -> say(out, "221 Goodbye");
                default -> say(out, "250 2.0.0 Fine");
            }
            line = in.readLine();
        }
    }

    private static String recipient(String line, Manner manner) {
        String address = line.substring(line.indexOf('<'), line.indexOf('>') + 1);
        return switch (manner) {
            case GREYLISTING -> "451 4.7.1 " + address + ": come back later";
            case NO_SUCH_USER -> "550 5.1.1 " + address + ": no such user";
            default -> "250 2.1.5 Fine";
        };
    }

    /** Whether to go on. */
    private boolean content(BufferedReader in, Manner manner) throws IOException {
        StringBuilder mail = new StringBuilder();
        String line = in.readLine();
        if (manner == Manner.GONE_IN_CONTENT) {
            return false;
        }
        while (line != null && !line.equals(".")) {
            mail.append(line).append('\n');
            line = in.readLine();
        }
        if (line == null) {
            return false;
        }
        if (manner != Manner.BUSY_AFTER_DOT) {
            taken.add(mail.toString());
        }
        return manner != Manner.GONE_AFTER_DOT;
    }

    /** A byte now and then: no read waits for long, and nothing comes of it. */
    private void drip(OutputStream out) throws IOException, InterruptedException {
        while (!closed.await(300, TimeUnit.MILLISECONDS)) {
            out.write('2');
            out.flush();
        }
    }

    private void hang() throws InterruptedException {
        closed.await();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
