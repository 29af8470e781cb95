package helpdesk.local.stack;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;

/**
 * Brokers that the stack does not run itself.
 *
 * @param bootstrap {@code host:port}, several separated by commas
 */
record KafkaAddress(String bootstrap) {

    private static final int CONNECT_MILLIS = 5000;

    /** Fails with a sentence unless one of them accepts connections. */
    void requireReachable() {
        if (Arrays.stream(bootstrap.split(",")).map(String::strip).noneMatch(KafkaAddress::accepts)) {
            throw new StartFailure(
                    "No Kafka broker can be reached at %s: start it, correct HELPDESK_KAFKA_BOOTSTRAP, or unset that to have one started here."
                            .formatted(bootstrap));
        }
    }

    private static boolean accepts(String address) {
        int colon = address.lastIndexOf(':');
        try (Socket socket = new Socket()) {
            int port = Integer.parseInt(address.substring(colon + 1));
            socket.connect(new InetSocketAddress(address.substring(0, Math.max(colon, 0)), port), CONNECT_MILLIS);
            return true;
        } catch (IOException | NumberFormatException unreachable) {
            return false;
        }
    }
}
