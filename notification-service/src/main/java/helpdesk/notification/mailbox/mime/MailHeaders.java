package helpdesk.notification.mailbox.mime;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header of a mail, or of a part of one. */
final class MailHeaders {

    /** A mail passes perhaps thirty servers; more lines than this nobody wrote for a reader. */
    private static final int MOST = 2_000;

    private static final int LONGEST = 65_536;
    private static final int LONGEST_WORD = 500;
    private static final int LONGEST_ID = 500;
    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,490}@[^<>\\s]{1,490})>");
    private static final Pattern BARE_ID = Pattern.compile("^\\s*([^<>\\s@]{4,240}@[^<>\\s@]{2,240})\\s*$");

    private final List<Header> headers;

    private MailHeaders(List<Header> headers) {
        this.headers = headers;
    }

    static MailHeaders of(Enumeration<Header> headers) {
        List<Header> some = new ArrayList<>();
        while (headers.hasMoreElements() && some.size() < MOST) {
            some.add(headers.nextElement());
        }
        return new MailHeaders(some);
    }

    static MailHeaders in(byte[] bytes) {
        try {
            return of(new InternetHeaders(new ByteArrayInputStream(bytes)).getAllHeaders());
        } catch (MessagingException e) {
            return new MailHeaders(List.of());
        }
    }

    /** As written, on one line; each of several in their order. */
    List<String> all(String name) {
        return headers.stream()
                .filter(header -> header.getName().strip().equalsIgnoreCase(name))
                .map(header -> header.getValue() == null ? "" : MailText.cut(header.getValue(), LONGEST))
                .toList();
    }

    boolean has(String name) {
        return !all(name).isEmpty();
    }

    /** The first of its name; empty when there is none or nothing in it. */
    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    /** The first of its name as a word in lower case, without comments and parameters. */
    Optional<String> word(String name) {
        return first(name).map(value -> MailText.cut(value, LONGEST_WORD)
                .replaceAll("\\(.*?\\)|;.*", "")
                .strip()
                .toLowerCase(Locale.ROOT));
    }

    /** The addresses in all headers of the name. */
    List<MailAddress> addresses(String name) {
        return all(name).stream()
                .flatMap(value -> MailAddresses.in(value).stream())
                .distinct()
                .toList();
    }

    /** The ids of mails in a header, without their brackets. */
    List<String> ids(String name) {
        List<String> ids = new ArrayList<>();
        for (String value : all(name)) {
            Matcher id = ID.matcher(value);
            while (id.find()) {
                ids.add(plain(id.group(1)));
            }
            Matcher bare = BARE_ID.matcher(value);
            if (bare.matches()) {
                ids.add(plain(bare.group(1)));
            }
        }
        return ids.stream().filter(id -> id.length() <= LONGEST_ID).distinct().toList();
    }

    private static String plain(String id) {
        return MailText.ofBytes(id).replaceAll("[\\p{Cntrl}]", "");
    }
}
