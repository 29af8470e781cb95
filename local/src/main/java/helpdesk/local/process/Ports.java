package helpdesk.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of the loopback address. */
public final class Ports {

    /** Where every part listens unless told otherwise. */
    public static final String LOOPBACK = "127.0.0.1";

    private Ports() {}

    /** @return true if nothing listens on the port of the loopback address, nor on that port of all addresses */
    public static boolean isFree(int port) {
        return canBind(InetAddress.getLoopbackAddress(), port) && canBind(null, port);
    }

    /**
     * @return a port free at this moment; another process may take it before the caller does, so a caller tries again
     * @throws StartFailure if the machine has none left
     */
    public static int anyFree() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartFailure("No free TCP port is left on this machine: end programs that hold many.", e);
        }
    }

    private static boolean canBind(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: connections of an earlier run that wait to be forgotten are no hindrance.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port), 1);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
