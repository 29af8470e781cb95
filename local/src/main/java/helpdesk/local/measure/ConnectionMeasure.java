package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What clients that do nothing, or next to nothing, take from the others. */
public final class ConnectionMeasure {

    private static final int REQUESTS = 500;
    private static final int SLOW = 20;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int BETWEEN_BYTES_MILLIS = 1_000;

    private final InetSocketAddress gateway;
    private final Console console;

    /** @param port of the gateway, on this machine */
    public ConnectionMeasure(int port, Console console) {
        this.gateway = new InetSocketAddress("127.0.0.1", port);
        this.console = console;
    }

    /** Opens connections and leaves them alone; asks over new ones before and meanwhile. */
    public void idle(int connections) {
        List<SocketChannel> open = new ArrayList<>(connections);
        try {
            show("new connections, alone", askAnew());
            for (int i = 0; i < connections; i++) {
                open.add(SocketChannel.open(gateway));
            }
            show("new connections beside %d idle ones".formatted(connections), askAnew());
        } catch (IOException e) {
            throw new StartFailure(
                    "%d connections were open when one failed (%s): see 'ulimit -n'."
                            .formatted(open.size(), e.getMessage()),
                    e);
        } finally {
            open.forEach(ConnectionMeasure::close);
        }
    }

    /** Begins heads and bodies of requests, and sends a byte a second. */
    public void slow() {
        show("slow heads are closed after", untilClosed("GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
        show(
                "slow bodies are closed after",
                untilClosed("POST /api/v1/requests HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Content-Length: 1000\r\n\r\n"));
        show(
                "slow files are closed after",
                untilClosed("POST /api/v1/tickets/HD-1/attachments HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/octet-stream\r\nContent-Length: 1000000\r\n\r\n"));
    }

    private List<Long> askAnew() throws IOException {
        List<Long> nanos = new ArrayList<>(REQUESTS);
        for (int i = 0; i < REQUESTS; i++) {
            long begin = System.nanoTime();
            try (Socket socket = connect()) {
                socket.setSoTimeout(PATIENCE_MILLIS);
                write(socket, "GET /api/v1/service-standards HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
                socket.getInputStream().readAllBytes();
            }
            nanos.add(System.nanoTime() - begin);
        }
        return nanos;
    }

    private List<Long> untilClosed(String beginning) {
        List<Long> nanos = new ArrayList<>();
        List<Socket> open = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                Socket socket = connect();
                write(socket, beginning);
                open.add(socket);
            }
            long begin = System.nanoTime();
            long end = begin + LONGEST.toNanos();
            while (!open.isEmpty() && System.nanoTime() < end) {
                open.removeIf(socket -> {
                    boolean closed = isClosed(socket);
                    if (closed) {
                        nanos.add(System.nanoTime() - begin);
                    }
                    return closed;
                });
            }
        } catch (IOException e) {
            throw new StartFailure("No connection to the gateway: " + e.getMessage(), e);
        } finally {
            open.forEach(ConnectionMeasure::close);
        }
        return nanos;
    }

    /** Sends a byte, and looks for the end of the connection behind an answer. */
    private static boolean isClosed(Socket socket) {
        try {
            socket.setSoTimeout(BETWEEN_BYTES_MILLIS / SLOW);
            write(socket, "a");
            while (socket.getInputStream().read() >= 0) {
                // What is answered does not matter, only the end behind it.
            }
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(gateway, PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception closedAlready) {
            // It is what was wanted.
        }
    }

    private void show(String what, List<Long> nanos) {
        Percentiles times = new Percentiles(nanos);
        console.line("  %s: p50 %s ms, p99 %s ms, longest %s ms, of %d"
                .formatted(what, times.at(50), times.at(99), times.at(100), nanos.size()));
    }
}
