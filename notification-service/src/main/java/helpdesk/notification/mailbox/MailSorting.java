package helpdesk.notification.mailbox;

import helpdesk.notification.delivery.Bounce;
import helpdesk.notification.delivery.Bounces;
import helpdesk.notification.delivery.EnhancedStatus;
import helpdesk.notification.mailbox.mime.DeliveryReport;
import helpdesk.notification.mailbox.mime.MailAddress;
import helpdesk.notification.mailbox.mime.MailAddresses;
import helpdesk.notification.mailbox.mime.ParsedMail;
import helpdesk.notification.mailbox.mime.Recognised;
import helpdesk.platform.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says what becomes of a mail that was read, keeps it, and tells whom it concerns. In the transaction at hand. */
@ApplicationScoped
class MailSorting {

    private static final Duration FLOOD = Duration.ofHours(1);

    private final MailRepository mails;
    private final MailFiles files;
    private final MailThreads threads;
    private final Outbox outbox;
    private final Bounces bounces;
    private final Clock clock;
    private final Set<String> own;
    private final int mostPerHour;

    MailSorting(
            MailRepository mails,
            MailFiles files,
            MailThreads threads,
            Outbox outbox,
            Bounces bounces,
            Clock clock,
            MailboxSettings settings) {
        this.mails = mails;
        this.files = files;
        this.threads = threads;
        this.outbox = outbox;
        this.bounces = bounces;
        this.clock = clock;
        this.own = Stream.concat(settings.addresses().orElse(List.of()).stream(), settings.imap().username().stream())
                .flatMap(address -> MailAddresses.normalized(address).stream())
                .collect(Collectors.toUnmodifiableSet());
        this.mostPerHour = settings.mostPerHour();
    }

    /** Keeps the mail as what it was recognised to be. */
    void keep(Mail mail, ParsedMail parsed) {
        understand(mail, parsed);
        Recognised recognised = parsed.recognised();
        switch (recognised.kind()) {
            case BOUNCE -> {
                mail.report(recognised.report());
                mail.become(MailState.BOUNCE, recognised.reason());
            }
            case AUTO_REPLY -> mail.become(MailState.AUTO_REPLY, recognised.reason());
            case LOOP -> mail.become(MailState.LOOP, recognised.reason());
            case REPORT -> mail.become(MailState.IGNORED, recognised.reason());
            case UNANSWERABLE -> mail.become(MailState.UNPARSABLE, recognised.reason());
            case MESSAGE -> receiveUnlessLoop(mail, parsed);
        }
        store(mail, parsed);
        if (recognised.report() != null) {
            tellBounces(recognised.report());
        }
    }

    /** The same, as one that a person wrote, whatever it looks like: somebody has looked at it. */
    void receive(Mail mail, ParsedMail parsed) {
        understand(mail, parsed);
        if (parsed.from() == null) {
            mail.become(MailState.UNPARSABLE, parsed.recognised().reason());
        } else {
            mail.become(MailState.RECEIVED, leftOut(parsed));
        }
        store(mail, parsed);
    }

    private void understand(Mail mail, ParsedMail parsed) {
        DeliveryReport report = parsed.recognised().report();
        MailThread thread = (report == null
                ? threads.of(mail.id(), parsed)
                : threads.ofOurs(report.originalMessageId()).orElseGet(() -> threads.of(mail.id(), parsed)));
        mail.understand(parsed, thread);
    }

    private void receiveUnlessLoop(Mail mail, ParsedMail parsed) {
        MailAddress from = parsed.from();
        if (own.contains(from.email())) {
            mail.become(MailState.LOOP, "It comes from an address of our own");
        } else if (parsed.messageId() != null && mails.isTaken(parsed.messageId(), from.email(), parsed.sentAt())) {
            // Some programs give one id to all their mails, but then at different times.
            mail.become(
                    MailState.DUPLICATE, "It has the Message-ID of a mail that came before and said something else");
        } else if (mails.countFrom(from.email(), clock.instant().minus(FLOOD), mostPerHour) >= mostPerHour) {
            mail.become(
                    MailState.LOOP, "More than %d mails came from this sender within an hour".formatted(mostPerHour));
        } else {
            mail.become(MailState.RECEIVED, leftOut(parsed));
        }
    }

    private void store(Mail mail, ParsedMail parsed) {
        mails.persist(mail);
        mails.flush();
        files.keep(mail.id(), parsed.files());
        boolean noteworthy = mail.state() == MailState.AUTO_REPLY
                && (mail.threadedBy() == ThreadedBy.MESSAGE || mail.threadedBy() == ThreadedBy.MAIL);
        if (mail.state() == MailState.RECEIVED || noteworthy && mail.fromAddress() != null) {
            outbox.append(mail.threadId(), mails.nextEventNumber(), MailReceived.of(mail, parsed.files()));
        }
    }

    private void tellBounces(DeliveryReport report) {
        if (report.originalMessageId() == null) {
            return;
        }
        for (DeliveryReport.Failure failure : report.failures()) {
            bounces.take(new Bounce(
                    report.originalMessageId(),
                    failure.recipient(),
                    EnhancedStatus.told(failure.status()),
                    failure.diagnostic()));
        }
    }

    private static String leftOut(ParsedMail parsed) {
        return parsed.leftOut() == 0
                ? null
                : "%d more files are only in the mail as it came".formatted(parsed.leftOut());
    }
}
