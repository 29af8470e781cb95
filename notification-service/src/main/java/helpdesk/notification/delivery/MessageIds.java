package helpdesk.notification.delivery;

import helpdesk.platform.identity.SharedSecret;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The {@code Message-ID}s of mails that we send: always the same for a message, so that whoever gets it twice knows it again, and
 * for nobody to guess, so that what names one has seen it.
 * A service that cannot make them, because of whom mail is to come from, does not start.
 */
@Startup
@ApplicationScoped
public class MessageIds {

    private static final String MESSAGE = "message";
    private static final String TICKET = "ticket";
    private static final int MAC_BYTES = 12;

    private static final Pattern OURS = Pattern.compile(
            "<?(message|ticket)-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9a-f]{24})@[^>]+>?");

    private final SecretKeySpec key;
    private final String domain;

    MessageIds(SharedSecret secret, MailSettings settings) {
        key = secret.derive("message-ids");
        domain = domain(settings.from());
    }

    private static String domain(String from) {
        try {
            String address = new InternetAddress(from, true).getAddress();
            return address.substring(address.lastIndexOf('@') + 1);
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "HELPDESK_MAIL_FROM must be a mail address, such as Support <support@example.org>", e);
        }
    }

    /** The domain that mail comes from. */
    String domain() {
        return domain;
    }

    /** Of a message. */
    public String ofMessage(UUID id) {
        return of(MESSAGE, id);
    }

    /** Of what all mails about a ticket answer, so that they are one conversation where they are read. No mail has it itself. */
    public String ofTicket(UUID id) {
        return of(TICKET, id);
    }

    /** The value of the header that marks all we send, by which a mail that comes back to us is known. */
    public String mark() {
        return sign("mark");
    }

    /** The message that has this {@code Message-ID}; empty when it is none of ours. */
    public Optional<UUID> message(String messageId) {
        return open(MESSAGE, messageId);
    }

    /** The ticket that this stands for in {@code References}; empty when it is none of ours. */
    public Optional<UUID> ticket(String messageId) {
        return open(TICKET, messageId);
    }

    private String of(String what, UUID id) {
        String name = what + "-" + id;
        return "<" + name + "." + sign(name) + "@" + domain + ">";
    }

    /** Whatever the domain: it may have been another when the mail was sent. */
    private Optional<UUID> open(String what, String messageId) {
        Matcher parts = OURS.matcher(messageId.strip());
        if (!parts.matches() || !parts.group(1).equals(what)) {
            return Optional.empty();
        }
        byte[] expected = sign(what + "-" + parts.group(2)).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(expected, parts.group(3).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(UUID.fromString(parts.group(2)))
                : Optional.empty();
    }

    private String sign(String name) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(Arrays.copyOf(mac.doFinal(name.getBytes(StandardCharsets.UTF_8)), MAC_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
