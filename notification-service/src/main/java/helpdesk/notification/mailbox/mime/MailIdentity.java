package helpdesk.notification.mailbox.mime;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By what a mail is known again. Its Message-ID alone would do, were it not that some programs give the same to all their mails: so what the
 * mail says counts, too. What servers write into its header on the way does not. A mail without one is known by all of its bytes.
 */
public final class MailIdentity {

    private MailIdentity() {}

    /** A hash, in hexadecimal digits. */
    public static String of(byte[] mail) {
        MailHeaders headers = MailHeaders.in(mail);
        Optional<String> id = headers.ids("Message-ID").stream().findFirst();
        if (id.isEmpty()) {
            return hash("", mail, 0);
        }
        String said = Stream.of("Date", "From", "Subject")
                .map(name ->
                        headers.first(name).orElse("").replaceAll("\\s+", " ").strip())
                .collect(Collectors.joining("\n", id.get() + "\n", ""));
        return hash(said, mail, bodyBegin(mail));
    }

    private static String hash(String said, byte[] mail, int from) {
        MessageDigest digest = sha256();
        digest.update(said.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        // Servers change how lines end, and what is behind the last.
        int end = mail.length;
        while (end > from && (mail[end - 1] == '\r' || mail[end - 1] == '\n')) {
            end--;
        }
        for (int i = from; i < end; i++) {
            if (mail[i] != '\r') {
                digest.update(mail[i]);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Behind the first blank line; the end when there is none. */
    private static int bodyBegin(byte[] mail) {
        for (int i = 0; i < mail.length; i++) {
            boolean blankFollows = mail[i] == '\n'
                    && (i + 1 < mail.length && mail[i + 1] == '\n'
                            || i + 2 < mail.length && mail[i + 1] == '\r' && mail[i + 2] == '\n');
            if (blankFollows) {
                return i + 1;
            }
        }
        return mail.length;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
