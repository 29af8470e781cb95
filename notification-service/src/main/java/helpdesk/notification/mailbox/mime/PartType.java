package helpdesk.notification.mailbox.mime;

import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.ParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a part of a mail says that it is.
 *
 * @param name in lower case, without parameters
 * @param charset null when it tells none
 * @param report what kind of report it is; null of all others
 */
record PartType(String name, String charset, String report) {

    private static final Pattern NAME = Pattern.compile("^\\s*([A-Za-z0-9.+-]{1,80})\\s*/\\s*([A-Za-z0-9.+_-]{1,120})");
    private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\"';\\s]{1,60})");
    private static final Pattern REPORT = Pattern.compile("(?i)report-type\\s*=\\s*[\"']?([^\"';\\s]{1,60})");
    private static final String PLAIN = "text/plain";

    /** Reads the header; what nobody can read is plain text. */
    static PartType of(MailHeaders headers, String instead) {
        return headers.first("Content-Type").map(PartType::read).orElse(new PartType(instead, null, null));
    }

    boolean is(String prefix) {
        return name.startsWith(prefix);
    }

    private static PartType read(String header) {
        try {
            ContentType type = new ContentType(header);
            String report = type.getParameter("report-type");
            return new PartType(
                    type.getBaseType().toLowerCase(Locale.ROOT),
                    type.getParameter("charset"),
                    report == null ? null : report.toLowerCase(Locale.ROOT));
        } catch (ParseException | RuntimeException e) {
            Matcher name = NAME.matcher(header);
            return new PartType(
                    name.find() ? (name.group(1) + "/" + name.group(2)).toLowerCase(Locale.ROOT) : PLAIN,
                    parameter(CHARSET, header),
                    parameter(REPORT, header));
        }
    }

    private static String parameter(Pattern pattern, String header) {
        Matcher parameter = pattern.matcher(header);
        return parameter.find() ? parameter.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
