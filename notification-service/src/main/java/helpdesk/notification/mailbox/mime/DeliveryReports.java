package helpdesk.notification.mailbox.mime;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Recognises mails that came back: by RFC 3464, and as older mail servers tell it in words. */
final class DeliveryReports {

    private static final int LONGEST_DIAGNOSTIC = 500;
    private static final int MOST_FAILURES = 50;
    private static final String FAILED_RECIPIENTS = "X-Failed-Recipients";

    private static final Pattern SERVERS =
            Pattern.compile("mailer-?daemon|postmaster|mail-?delivery-?(sub)?system|bounces?");
    private static final Pattern SUBJECTS = Pattern.compile(
            "(?iu).*(undeliver|returned mail|mail delivery (failed|subsystem)|delivery (status )?notification|delivery (has )?failed"
                    + "|delivery failure|failure notice|returned to sender|could not be delivered|unzustellbar|nicht zugestellt"
                    + "|non remis|no se pudo entregar|не доставлено|mail system error).*");
    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern REPLY_CODE = Pattern.compile("(?m)^.{0,200}\\b[45]\\d\\d[ -].{1,400}$");
    private static final Pattern IN_BRACKETS = Pattern.compile("<([^<>\\s]{1,64}@[^<>\\s]{3,190})>");
    private static final Pattern BARE = Pattern.compile("([A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{3,190})");
    private static final Pattern ID = Pattern.compile("(?im)^\\s*>?\\s*message-id:\\s*<([^<>\\s]{3,480})>");

    private DeliveryReports() {}

    /** What the mail reports; empty when it is no such report. */
    static Optional<DeliveryReport> of(
            MailHeaders headers, PartType type, MailParts parts, String text, Optional<MailAddress> from) {
        boolean fromServer = headers.first("Return-Path")
                        .map(path -> path.strip().equals("<>"))
                        .orElse(false)
                || from.filter(sender -> SERVERS.matcher(sender.localPart()).matches())
                        .isPresent();
        // What somebody hands on to us came to them.
        boolean standard = "delivery-status".equals(type.report())
                || fromServer && !parts.deliveryStatus().isEmpty();
        String subject = headers.first("Subject").map(EncodedWords::decode).orElse("");
        boolean told = headers.has(FAILED_RECIPIENTS)
                || fromServer && SUBJECTS.matcher(MailText.line(subject, 500)).matches();
        if (!standard && !told) {
            return Optional.empty();
        }
        String original = Optional.ofNullable(parts.returnedId()).orElseGet(() -> idIn(text));
        List<DeliveryReport.Failure> failures = standard ? standard(parts.deliveryStatus()) : List.of();
        // A report of delay has its part about delivery, and nothing failed.
        boolean inWords = failures.isEmpty() && parts.deliveryStatus().isBlank();
        return Optional.of(new DeliveryReport(original, inWords ? inWords(headers, text) : failures));
    }

    private static List<DeliveryReport.Failure> standard(String status) {
        List<DeliveryReport.Failure> failures = new ArrayList<>();
        for (String group : status.replace("\r", "").split("\\n[ \\t]*\\n")) {
            Map<String, String> fields = fields(group);
            String recipient = fields.getOrDefault("final-recipient", fields.get("original-recipient"));
            boolean failed =
                    fields.getOrDefault("action", "").toLowerCase(Locale.ROOT).startsWith("failed");
            if (recipient != null && failed && failures.size() < MOST_FAILURES) {
                String told = fields.get("status");
                String diagnostic = fields.get("diagnostic-code");
                address(behindType(recipient))
                        .map(address -> new DeliveryReport.Failure(
                                address,
                                enhanced(told == null ? "" : told),
                                diagnostic == null ? null : shown(behindType(diagnostic))))
                        .ifPresent(failures::add);
            }
        }
        return failures;
    }

    private static Map<String, String> fields(String group) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String line : group.replaceAll("\\n[ \\t]+", " ").split("\\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                fields.putIfAbsent(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return fields;
    }

    private static List<DeliveryReport.Failure> inWords(MailHeaders headers, String text) {
        String status = enhanced(text);
        Matcher reply = REPLY_CODE.matcher(text);
        String diagnostic = reply.find() ? shown(reply.group()) : null;
        List<String> named = addresses(
                headers.all(FAILED_RECIPIENTS).stream().flatMap(value -> Stream.of(value.split("[,\\s]+"))),
                MOST_FAILURES);
        List<String> recipients =
                named.isEmpty() ? addresses(Stream.concat(first(IN_BRACKETS, text), first(BARE, text)), 1) : named;
        return recipients.stream()
                .map(recipient -> new DeliveryReport.Failure(recipient, status, diagnostic))
                .toList();
    }

    private static List<String> addresses(Stream<String> texts, int most) {
        return texts.flatMap(text -> address(text).stream())
                .distinct()
                .limit(most)
                .toList();
    }

    private static Stream<String> first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Stream.of(found.group(1)) : Stream.empty();
    }

    private static String idIn(String text) {
        Matcher id = ID.matcher(text);
        return id.find() ? id.group(1) : null;
    }

    private static String enhanced(String text) {
        Matcher status = ENHANCED.matcher(text);
        return status.find() ? status.group(1) : null;
    }

    /** Such as {@code rfc822; amara@example.org}. */
    private static String behindType(String field) {
        return field.substring(field.indexOf(';') + 1).strip();
    }

    private static Optional<String> address(String text) {
        return MailAddresses.normalized(text.strip());
    }

    private static String shown(String diagnostic) {
        String line = MailText.line(diagnostic, LONGEST_DIAGNOSTIC);
        return line.isEmpty() ? null : line;
    }
}
