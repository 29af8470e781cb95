package helpdesk.notification.delivery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A mail server that writes down what it was told, and whether anybody could have listened. */
final class EncryptedSmtp implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final MailSettings.Tls offered;
    private final SSLContext keys;

    /** @param offered {@code NONE}: it knows nothing of encryption */
    EncryptedSmtp(MailSettings.Tls offered, SSLContext keys) throws IOException {
        this.offered = offered;
        this.keys = keys;
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Each line, with how it came: {@code plain: EHLO …}, {@code secret: MAIL FROM…}. */
    List<String> said() {
        return said;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void accept() {
        while (!server.isClosed()) {
            try (Socket plain = server.accept()) {
                boolean secret = offered == MailSettings.Tls.TLS;
                talk(secret ? encrypted(plain) : plain, secret, true);
            } catch (IOException end) {
                // The other side left, or all is over.
            }
        }
    }

    private Socket encrypted(Socket plain) throws IOException {
        SSLSocket socket = (SSLSocket) keys.getSocketFactory().createSocket(plain, null, plain.getPort(), false);
        socket.setUseClientMode(false);
        socket.startHandshake();
        return socket;
    }

    private void talk(Socket socket, boolean secret, boolean greeting) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        if (greeting) {
            answer(socket, "220 encrypted.example ESMTP");
        }
        boolean content = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            said.add((secret ? "secret: " : "plain: ") + line);
            if (content) {
                content = !line.equals(".");
                if (!content) {
                    answer(socket, "250 2.0.0 Taken");
                }
                continue;
            }
            switch (line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT)) {
                case "EHLO" ->
                    answer(
                            socket,
                            offered == MailSettings.Tls.STARTTLS && !secret
                                    ? "250-encrypted.example\r\n250-AUTH PLAIN\r\n250 STARTTLS"
                                    : "250-encrypted.example\r\n250 AUTH PLAIN");
                case "AUTH" -> answer(socket, "235 Welcome");
                case "STARTTLS" -> {
                    answer(socket, "220 Go on");
                    talk(encrypted(socket), true, false);
                    return;
                }
                case "DATA" -> {
                    answer(socket, "354 Go on");
                    content = true;
                }
                default -> answer(socket, "250 Fine");
            }
        }
    }

    private static void answer(Socket socket, String text) throws IOException {
        socket.getOutputStream().write((text + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
}
