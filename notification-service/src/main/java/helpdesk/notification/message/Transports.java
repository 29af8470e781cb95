package helpdesk.notification.message;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What there is to send messages: without settings nothing, and messages are kept. */
@ApplicationScoped
public class Transports {

    private final boolean mail;
    private final boolean sms;

    Transports(
            @ConfigProperty(name = "helpdesk.mail.host") Optional<String> mailHost,
            @ConfigProperty(name = "helpdesk.sms.url") Optional<String> smsUrl) {
        mail = mailHost.isPresent();
        sms = smsUrl.isPresent();
    }

    /** What sends messages of the channel; empty when nothing does. */
    public Optional<Transport> of(MessageChannel channel) {
        return switch (channel) {
            case EMAIL -> Optional.of(Transport.SMTP).filter(transport -> mail);
            case SMS -> Optional.of(Transport.SMS).filter(transport -> sms);
            case IN_APP -> Optional.empty();
        };
    }
}
