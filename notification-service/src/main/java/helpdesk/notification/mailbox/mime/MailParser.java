package helpdesk.notification.mailbox.mime;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

/** Reads a mail, however badly it is written. Knows nothing of who is known, and of what came before. */
public final class MailParser {

    /** The header by which mails that we sent are known again. */
    public static final String LOOP_MARK = "X-Helpdesk-Loop";

    private static final int LONGEST_TEXT = 500_000;
    private static final int LONGEST_SUBJECT = 1_000;
    private static final int MOST_ANSWERS = 100;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private MailParser() {}

    /**
     * Reads a mail.
     *
     * @param place where each of the files will be, by its number
     */
    public static ParsedMail parse(byte[] mail, IntFunction<String> place) throws UnparsableMailException {
        try {
            MimeMessage message = new MimeMessage(LenientSession.local(), new SharedByteArrayInputStream(mail));
            MailHeaders headers = MailHeaders.of(message.getAllHeaders());
            MailParts parts = new MailParts();
            return assemble(headers, parts, parts.take(message), place);
        } catch (MessagingException | RuntimeException e) {
            throw new UnparsableMailException(MailText.line("It cannot be read: " + e, 400), e);
        } catch (StackOverflowError | OutOfMemoryError e) {
            throw new UnparsableMailException(
                    "It cannot be read: it is nested too deeply, or too large when it is unpacked", e);
        }
    }

    /** What its header says, of a mail whose body is not here. */
    public static ParsedMail parseHeader(byte[] header) {
        return assemble(MailHeaders.in(header), new MailParts(), MailBody.NOTHING, number -> "");
    }

    private static ParsedMail assemble(MailHeaders headers, MailParts parts, MailBody body, IntFunction<String> place) {
        PartType type = PartType.of(headers, "text/plain");
        String subject =
                MailText.line(headers.first("Subject").map(EncodedWords::decode).orElse(""), LONGEST_SUBJECT);
        String text = MailText.lines(body.text(), LONGEST_TEXT);
        Optional<MailAddress> sender = sender(headers);
        Optional<MailAddress> replyTo = headers.addresses("Reply-To").stream().findFirst();
        boolean unanswerable = Automatic.isUnanswerable(headers, sender);
        // Forms on websites write in the name of nobody, and say where the person is.
        Optional<MailAddress> writer = replyTo.filter(address -> sender.isEmpty()
                        || Automatic.isUnanswerable(sender.get()) && !Automatic.isUnanswerable(address))
                .or(() -> sender);
        boolean noReply = unanswerable && writer.equals(sender);
        return new ParsedMail(
                headers.ids("Message-ID").stream().findFirst().orElse(null),
                writer.orElse(null),
                replyTo.map(MailAddress::email)
                        .filter(address ->
                                !address.equals(writer.map(MailAddress::email).orElse(null)))
                        .orElse(null),
                emails(headers, "To"),
                emails(headers, "Cc"),
                subject.isEmpty() ? null : subject,
                headers.first("Date").map(MailParser::time).orElse(null),
                answers(headers),
                language(headers),
                text,
                body.html() == null ? null : CleanHtml.of(body.html(), pictures(parts.files(), place)),
                parts.files(),
                parts.leftOut(),
                noReply,
                recognise(headers, type, parts, text, sender, writer, subject));
    }

    private static Recognised recognise(
            MailHeaders headers,
            PartType type,
            MailParts parts,
            String text,
            Optional<MailAddress> sender,
            Optional<MailAddress> writer,
            String subject) {
        Optional<DeliveryReport> report = DeliveryReports.of(headers, type, parts, text, sender);
        if (report.isPresent()) {
            return new Recognised(
                    Recognised.Kind.BOUNCE, "A mail server tells of a mail that it has not delivered", report.get());
        }
        if (headers.has(LOOP_MARK)) {
            return Recognised.as(Recognised.Kind.LOOP, "We sent it ourselves: it has the header " + LOOP_MARK);
        }
        if ("feedback-report".equals(type.report())) {
            return Recognised.as(Recognised.Kind.REPORT, "It is a report of abuse");
        }
        return Automatic.reason(headers, type, subject)
                .map(reason -> Recognised.as(Recognised.Kind.AUTO_REPLY, reason))
                .orElseGet(() -> writer.isPresent()
                        ? Recognised.message()
                        : Recognised.as(
                                Recognised.Kind.UNANSWERABLE,
                                "It says nowhere who wrote it, so that nobody can be answered"));
    }

    private static Optional<MailAddress> sender(MailHeaders headers) {
        List<MailAddress> candidates = new ArrayList<>(headers.addresses("From"));
        candidates.addAll(headers.addresses("Sender"));
        candidates.addAll(headers.addresses("Return-Path"));
        return candidates.stream().findFirst();
    }

    private static List<String> emails(MailHeaders headers, String name) {
        return headers.addresses(name).stream()
                .map(MailAddress::email)
                .distinct()
                .limit(MailAddresses.MOST)
                .toList();
    }

    /** What it answers itself, then the conversation from its end. */
    private static List<String> answers(MailHeaders headers) {
        Set<String> answers = new LinkedHashSet<>(headers.ids("In-Reply-To"));
        answers.addAll(headers.ids("References").reversed());
        headers.ids("Message-ID").forEach(answers::remove);
        return answers.stream().limit(MOST_ANSWERS).toList();
    }

    private static Instant time(String header) {
        try {
            Instant time = new MailDateFormat().parse(header).toInstant();
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            return year < FIRST_YEAR || year > LAST_YEAR ? null : time;
        } catch (ParseException | RuntimeException e) {
            return null;
        }
    }

    private static String language(MailHeaders headers) {
        return headers.first("Content-Language")
                .or(() -> headers.first("Accept-Language"))
                .map(header -> header.split("[,;]", 2)[0].strip())
                .filter(tag -> LANGUAGE.matcher(tag).matches())
                .map(tag -> Locale.forLanguageTag(tag).toLanguageTag())
                .filter(tag -> !tag.equals("und"))
                .orElse(null);
    }

    private static Map<String, String> pictures(List<MailFile> files, IntFunction<String> place) {
        Map<String, String> pictures = new HashMap<>();
        for (MailFile file : files) {
            if (file.contentId() != null && !file.harmful()) {
                pictures.putIfAbsent(file.contentId(), place.apply(file.number()));
            }
        }
        return pictures;
    }
}
