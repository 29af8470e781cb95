package helpdesk.notification.delivery;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Collections;
import java.util.Map;

/** With a mail server and a provider of text messages, that tests open and close at their ports, and little patience. */
public class SendingProfile implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("helpdesk.mail.host", "127.0.0.1"),
                Map.entry("helpdesk.mail.port", Integer.toString(freePort())),
                Map.entry("helpdesk.mail.tls", "none"),
                Map.entry("helpdesk.mail.from", "Support <support@helpdesk.example>"),
                Map.entry("helpdesk.mail.reply-to", "answers@helpdesk.example"),
                Map.entry("helpdesk.mail.connect-timeout", "PT1S"),
                Map.entry("helpdesk.mail.timeout", "PT1S"),
                Map.entry("helpdesk.mail.attempt-timeout", "PT3S"),
                Map.entry("helpdesk.sms.url", "http://127.0.0.1:" + freePort() + "/messages"),
                Map.entry("helpdesk.sms.authorization", "Bearer secret"),
                Map.entry("helpdesk.sms.timeout", "PT1S"),
                Map.entry("helpdesk.delivery.retries", String.join(",", Collections.nCopies(40, "PT0.3S"))),
                Map.entry("helpdesk.delivery.after-doubt", "PT1S"),
                Map.entry("helpdesk.delivery.longest-pause", "PT0.5S"));
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
