package helpdesk.notification.mailbox;

import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings for a mail server of a test. */
record ServerSettings(MailboxSettings.Imap imap) implements MailboxSettings {

    @Override
    public Optional<List<String>> addresses() {
        return Optional.empty();
    }

    @Override
    public int mostPerHour() {
        return 60;
    }

    @Override
    public MemorySize largest() {
        return new MemorySize(BigInteger.valueOf(1_000_000));
    }

    /** An account there. */
    record Account(int number, String account, Optional<String> moveTo) implements Imap {

        @Override
        public Optional<String> host() {
            return Optional.of("127.0.0.1");
        }

        @Override
        public OptionalInt port() {
            return OptionalInt.of(number);
        }

        @Override
        public Optional<String> username() {
            return Optional.of(account);
        }

        @Override
        public Optional<String> password() {
            return Optional.of("secret");
        }

        @Override
        public MailboxSettings.Encryption tls() {
            return MailboxSettings.Encryption.NONE;
        }

        @Override
        public String folder() {
            return "INBOX";
        }

        @Override
        public Duration every() {
            return Duration.ofMillis(100);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(10);
        }
    }
}
