package helpdesk.notification.delivery;

import helpdesk.notification.message.ClaimedMessage;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;

/** Sends one mail by one connection, with an end to everything. */
@ApplicationScoped
class MailSender {

    private static final String PREFIX = "mail.smtp.";

    /** The server wants to know who we are: that is for an operator to set right, and no fault of the mail. */
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    private final MailSettings settings;
    private final Mails mails;
    private final MessageIds ids;
    private final ScheduledThreadPoolExecutor ends;

    MailSender(MailSettings settings, Mails mails, MessageIds ids) {
        this.settings = settings;
        this.mails = mails;
        this.ids = ids;
        ends = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("mail-ends").factory());
        ends.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        ends.shutdownNow();
    }

    /**
     * Sends it once.
     *
     * @param begin asked before the server gets anything of it, whether it may; only then can it have arrived without our knowing
     */
    SendOutcome send(ClaimedMessage message, BooleanSupplier begin) {
        CutSockets sockets = new CutSockets();
        Session session = Session.getInstance(properties(message, sockets));
        MimeMessage mail;
        try {
            mail = mails.of(message, session);
        } catch (MessagingException e) {
            return new SendOutcome.Never("This cannot be a mail: " + e.getMessage(), null);
        }
        WatchedTransport transport = new WatchedTransport(session, begin);
        ScheduledFuture<?> end =
                ends.schedule(sockets::cut, settings.attemptTimeout().toMillis(), TimeUnit.MILLISECONDS);
        try {
            transport.connect(
                    settings.host().orElseThrow(),
                    settings.port().orElse(settings.tls().port()),
                    settings.username().orElse(null),
                    settings.password().orElse(null));
            transport.sendMessage(mail, new Address[] {Mails.recipient(message.recipient())});
            return new SendOutcome.Taken(transport.getLastServerResponse());
        } catch (MessagingException | RuntimeException e) {
            return outcome(transport, e);
        } finally {
            end.cancel(false);
            quit(transport);
        }
    }

    private static SendOutcome outcome(WatchedTransport transport, Exception failure) {
        if (transport.isLost()) {
            return new SendOutcome.Lost(failure.getMessage());
        }
        int code = code(transport, failure);
        String said = said(transport, failure, code);
        return switch (transport.stage()) {
            case CONNECTING -> new SendOutcome.NotNow(said, true);
            case ENVELOPE, CONTENT -> isRefusal(code) ? refused(said) : new SendOutcome.NotNow(said, false);
            case ENDED ->
                isRefusal(code)
                        ? refused(said)
                        : isPassing(code)
                                ? new SendOutcome.NotNow(said, false)
                                : new SendOutcome.Unknown("The server had it all and said nothing: " + said);
            case TAKEN -> new SendOutcome.Taken(said);
        };
    }

    private static SendOutcome refused(String said) {
        return new SendOutcome.Never(said, EnhancedStatus.of(said).orElse(null));
    }

    private static boolean isRefusal(int code) {
        return code / 100 == 5 && !ABOUT_US.contains(code);
    }

    private static boolean isPassing(int code) {
        return code / 100 == 4 || ABOUT_US.contains(code);
    }

    /** Of the recipient's refusal, when it is that; whatever was said after it, it counts. */
    private static int code(WatchedTransport transport, Exception failure) {
        return ofRecipient(failure) instanceof SMTPAddressFailedException refused
                ? refused.getReturnCode()
                : transport.getLastReturnCode();
    }

    private static String said(WatchedTransport transport, Exception failure, int code) {
        String reply = ofRecipient(failure) instanceof SMTPAddressFailedException refused
                ? refused.getMessage()
                : transport.getLastServerResponse();
        return code >= 400 && reply != null ? reply : String.valueOf(failure.getMessage());
    }

    /** What failed first comes after what it led to. */
    private static Exception ofRecipient(Exception failure) {
        Exception next = failure;
        for (int depth = 0; depth < 10 && next instanceof MessagingException wrapping; depth++) {
            if (wrapping instanceof SMTPAddressFailedException) {
                return wrapping;
            }
            next = wrapping.getNextException();
        }
        return null;
    }

    private static void quit(WatchedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // How it ended is known already.
        }
    }

    private Properties properties(ClaimedMessage message, CutSockets sockets) {
        Properties properties = new Properties();
        properties.put(PREFIX + "socketFactory", sockets);
        properties.setProperty(PREFIX + "socketFactory.fallback", "false");
        properties.setProperty(PREFIX + "connectiontimeout", millis(settings.connectTimeout()));
        properties.setProperty(PREFIX + "timeout", millis(settings.timeout()));
        properties.setProperty(PREFIX + "writetimeout", millis(settings.timeout()));
        properties.setProperty(PREFIX + "quitwait", "false");
        properties.setProperty(PREFIX + "localhost", ids.domain());
        properties.setProperty(
                PREFIX + "auth", Boolean.toString(settings.username().isPresent()));
        boolean startTls = settings.tls() == MailSettings.Tls.STARTTLS;
        properties.setProperty(PREFIX + "starttls.enable", Boolean.toString(startTls));
        properties.setProperty(PREFIX + "starttls.required", Boolean.toString(startTls));
        properties.setProperty(PREFIX + "ssl.enable", Boolean.toString(settings.tls() == MailSettings.Tls.TLS));
        properties.setProperty(PREFIX + "ssl.checkserveridentity", "true");
        if (message.recipient().chars().anyMatch(character -> character > 127)) {
            // Only then: a server that knows no such addresses would get headers it cannot read.
            properties.setProperty("mail.mime.allowutf8", "true");
        }
        return properties;
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
