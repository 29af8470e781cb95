package helpdesk.notification.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes the sockets of one attempt, so that they can be closed from outside when it takes too long. */
final class CutSockets extends SocketFactory {

    private Socket latest;
    private boolean cut;

    /** Ends what is under way, and whatever would begin. */
    synchronized void cut() {
        cut = true;
        if (latest != null) {
            try {
                latest.close();
            } catch (IOException e) {
                // It is of no use any more either way.
            }
        }
    }

    @Override
    public synchronized Socket createSocket() throws IOException {
        if (cut) {
            throw new IOException("The attempt took too long");
        }
        latest = new Socket();
        return latest;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new IOException("Connected with a timeout, or not at all");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return createSocket(host.getHostName(), port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
        return createSocket(host, port);
    }
}
