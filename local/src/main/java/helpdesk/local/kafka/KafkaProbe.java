package helpdesk.local.kafka;

import helpdesk.local.process.Ports;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks a broker which requests it understands, the first question of every client, without a client library: the launcher
 * stays small. A broker answers only after it has caught up with its metadata and been admitted by the controller.
 */
public final class KafkaProbe {

    private static final int API_VERSIONS = 18;
    private static final int CORRELATION = 4711;
    private static final int TIMEOUT_MILLIS = 2000;

    private KafkaProbe() {}

    /** @return true if a Kafka broker answers at this address within two seconds */
    public static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            // Size; request type, its version 0; correlation id; no client id.
            out.writeInt(2 + 2 + 4 + 2);
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(CORRELATION);
            out.writeShort(-1);
            out.flush();
            DataInputStream in = new DataInputStream(socket.getInputStream());
            int size = in.readInt();
            return size >= 6 && in.readInt() == CORRELATION && in.readShort() == 0;
        } catch (IOException notYet) {
            return false;
        }
    }

    static boolean answersHere(int port) {
        return answers(Ports.LOOPBACK, port);
    }
}
