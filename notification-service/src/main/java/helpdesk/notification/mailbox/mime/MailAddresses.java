package helpdesk.notification.mailbox.mime;

import helpdesk.platform.contact.EmailAddresses;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the addresses of a header: groups, comments, several, and what is no list of addresses at all. */
public final class MailAddresses {

    /** More are a list that somebody was put on. */
    static final int MOST = 200;

    private static final int LONGEST_HEADER = 65_536;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;

    /** As everywhere in the product. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+"
                    + "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?");

    /** What looks like an address, in what nobody can read as a list of them. */
    private static final Pattern SOMEWHERE = Pattern.compile("(?<![\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-])"
            + "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}@[\\p{L}\\p{N}.-]{3,253}(?![\\p{L}\\p{N}.@-])");

    private MailAddresses() {}

    /** The addresses of a header, as far as somebody can be written to there, in their order, each once. */
    static List<MailAddress> in(String header) {
        String raw = MailText.ofBytes(MailText.cut(header, LONGEST_HEADER)).replaceAll("[\\r\\n\\t\\x00]+", " ");
        List<MailAddress> found = new ArrayList<>(listed(raw));
        if (found.isEmpty()) {
            Matcher somewhere = SOMEWHERE.matcher(EncodedWords.decode(raw));
            while (somewhere.find() && found.size() < MOST) {
                address(null, somewhere.group()).ifPresent(found::add);
            }
        }
        return found.stream().distinct().limit(MOST).toList();
    }

    /** The address in its normal form, if it is one. */
    public static Optional<String> normalized(String text) {
        String plain = EmailAddresses.normalize(text == null ? "" : text.replaceAll("^<|>$", ""));
        boolean fits = plain.length() <= LONGEST
                && plain.indexOf('@') <= LONGEST_LOCAL_PART
                && ADDRESS.matcher(plain).matches();
        return fits ? Optional.of(plain) : Optional.empty();
    }

    private static List<MailAddress> listed(String raw) {
        try {
            return Stream.of(InternetAddress.parseHeader(raw, false))
                    .flatMap(MailAddresses::members)
                    .flatMap(member -> address(name(member), member.getAddress()).stream())
                    .toList();
        } catch (AddressException | RuntimeException e) {
            return List.of();
        }
    }

    private static Stream<InternetAddress> members(InternetAddress address) {
        if (!address.isGroup()) {
            return Stream.of(address);
        }
        try {
            InternetAddress[] members = address.getGroup(false);
            return members == null ? Stream.empty() : Stream.of(members);
        } catch (AddressException e) {
            return Stream.empty();
        }
    }

    private static String name(InternetAddress address) {
        String encoded = address.toString();
        int bracket = encoded.lastIndexOf('<');
        return bracket > 0 && address.getPersonal() != null ? encoded.substring(0, bracket) : address.getPersonal();
    }

    private static Optional<MailAddress> address(String name, String email) {
        return normalized(email).map(normal -> new MailAddress(shown(name), normal));
    }

    private static String shown(String name) {
        if (name == null) {
            return null;
        }
        String line = MailText.line(EncodedWords.decode(name), LONGEST_NAME * 2);
        String bare = line.replaceAll("^[\"'\\s]+|[\"'\\s]+$", "").replace("\\\"", "\"");
        String shown = MailText.line(bare, LONGEST_NAME);
        return shown.isEmpty() ? null : shown;
    }
}
