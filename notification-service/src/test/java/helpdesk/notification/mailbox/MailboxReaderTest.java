package helpdesk.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import helpdesk.notification.mailbox.mime.LenientSession;
import helpdesk.testing.Database;
import helpdesk.testing.EventProbe;
import helpdesk.testing.Faults;
import helpdesk.testing.RealParts;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads a real IMAP server. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MailboxReaderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String ARCHIVE = "Taken";

    private final String user = "help-" + UUID.randomUUID() + "@desk.example";
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final List<MailboxReader> readers = new ArrayList<>();
    private MailFolder inbox;

    @Inject
    MailboxRound round;

    @Inject
    MailMetrics metrics;

    @Inject
    DataSource database;

    @Inject
    MeterRegistry registry;

    @BeforeEach
    void start() throws Exception {
        server.start();
        GreenMailUser account = server.setUser(user, user, "secret");
        ImapHostManager folders = server.getManagers().getImapHostManager();
        inbox = folders.getInbox(account);
    }

    @AfterEach
    void stop() throws Exception {
        for (MailboxReader reader : readers) {
            reader.stop(null);
        }
        server.stop();
    }

    @Test
    void all_that_is_there_is_taken_once_and_marked_as_read() throws Exception {
        List<Draft> drafts = deliver(45);

        readAll(settings(Optional.empty()));

        assertThat(taken(drafts)).isEqualTo(45);
        assertThat(inbox.getMessages()).allMatch(message -> message.isSet(Flags.Flag.SEEN));
        drafts.addAll(deliver(1));
        readAll(settings(Optional.empty()));
        readAll(settings(Optional.empty()));
        assertThat(taken(drafts)).isEqualTo(46);
    }

    @Test
    void what_was_taken_is_moved_where_that_is_wanted() throws Exception {
        List<Draft> drafts = deliver(3);

        readAll(settings(Optional.of(ARCHIVE)));

        assertThat(taken(drafts)).isEqualTo(3);
        assertThat(inbox.getMessageCount()).isZero();
    }

    @Test
    void numbers_that_mean_other_mails_now_take_nothing_twice() throws Exception {
        List<Draft> drafts = deliver(5);
        readAll(settings(Optional.empty()));
        Database.execute("update mailbox_cursor set uid_validity = uid_validity - 1 where mailbox like ?", user + "%");

        readAll(settings(Optional.empty()));

        assertThat(taken(drafts)).isEqualTo(5);
        assertThat(Database.value(Long.class, "select last_uid from mailbox_cursor where mailbox like ?", user + "%"))
                .isEqualTo(inbox.getMessages().getLast().getUid());
    }

    @Test
    void who_dies_before_the_server_was_told_is_made_up_for() throws Exception {
        List<Draft> drafts = deliver(30);
        readAll(settings(Optional.empty()));
        inbox.getMessages().forEach(message -> message.setFlag(Flags.Flag.SEEN, false));
        Database.execute("update mailbox_cursor set tidied_uid = 0 where mailbox like ?", user + "%");

        readAll(settings(Optional.of(ARCHIVE)));

        assertThat(inbox.getMessageCount()).isZero();
        assertThat(taken(drafts)).isEqualTo(30);
    }

    @Test
    void a_mail_that_cannot_be_written_down_yet_is_taken_by_the_next_round() throws Exception {
        List<Draft> drafts = deliver(3);
        String refused = drafts.get(1).id();
        Database.execute("""
                create or replace function refuse_mail() returns trigger language plpgsql as $$
                begin raise exception 'the disk is full' using errcode = '53100'; end $$""");
        Database.execute(
                "create trigger refuse_mail before insert on mail for each row when (new.message_id = '%s') execute function refuse_mail()"
                        .formatted(refused));
        try {
            assertThatThrownBy(() -> readAll(settings(Optional.empty()))).isInstanceOf(RuntimeException.class);
            assertThat(taken(drafts)).isEqualTo(1);
        } finally {
            Database.execute("drop trigger refuse_mail on mail");
        }

        readAll(settings(Optional.empty()));

        assertThat(taken(drafts)).isEqualTo(3);
    }

    @Test
    void a_mail_that_does_not_fit_into_the_database_is_kept_as_it_came_and_stops_no_other() throws Exception {
        List<Draft> drafts = deliver(3);
        Database.execute("""
                create or replace function refuse_mail() returns trigger language plpgsql as $$
                begin raise exception 'nobody thought of that'; end $$""");
        Database.execute(
                "create trigger refuse_mail before insert on mail for each row when (new.message_id = '%s') execute function refuse_mail()"
                        .formatted(drafts.get(1).id()));
        try {
            readAll(settings(Optional.empty()));
        } finally {
            Database.execute("drop trigger refuse_mail on mail");
        }

        assertThat(taken(drafts)).isEqualTo(2);
        assertThat(Database.count(
                        "mail m join mail_raw r on r.mail_id = m.id where m.state = 'UNPARSABLE' and position(cast(? as bytea) in r.content) > 0",
                        drafts.get(1).id().getBytes()))
                .isEqualTo(1);
    }

    @Test
    void of_a_mail_that_is_too_large_the_header_is_here_and_the_mail_stays_there() throws Exception {
        Draft large = Draft.usual().with("Subject", "Ten pictures");
        deliver(large.body("x".repeat(1_200_000)));
        List<Draft> others = deliver(2);

        readAll(settings(Optional.of(ARCHIVE)));

        assertThat(taken(others)).isEqualTo(2);
        assertThat(Database.value(
                        String.class,
                        "select state || ': ' || subject || ': ' || reason from mail where message_id = ?",
                        large.id()))
                .startsWith("TOO_LARGE: Ten pictures: It has 1,200,")
                .endsWith("It is still on the server.");
        assertThat(inbox.getMessages()).hasSize(1).allMatch(message -> !message.isSet(Flags.Flag.SEEN));
        readAll(settings(Optional.of(ARCHIVE)));
        assertThat(inbox.getMessageCount()).isOne();
    }

    @Test
    void nasty_mails_come_over_the_wire_as_they_are() throws Exception {
        List<MailCase> corpus = new ArrayList<>(StructureCases.all());
        corpus.addAll(FileCases.all());
        List<MailCase> some =
                corpus.stream().filter(one -> one.mail().length < 200_000).toList();
        for (MailCase one : some) {
            deliver(one.mail());
        }

        long before = Database.count("mail");
        readAll(settings(Optional.empty()));

        assertThat(inbox.getMessageCount()).isEqualTo(some.size());
        assertThat(Database.count("mail") - before).isEqualTo(some.size());
    }

    @Test
    void one_reads_at_a_time_and_another_goes_on_when_it_dies() throws Exception {
        MailboxReader first = reader();
        Awaitility.await().atMost(PATIENCE).until(() -> holders() == 1);
        MailboxReader second = reader();
        List<Draft> drafts = deliver(5);
        Awaitility.await().atMost(PATIENCE).until(() -> taken(drafts) == 5);
        assertThat(holders()).isOne();

        first.stop(null);
        drafts.addAll(deliver(5));

        Awaitility.await().atMost(PATIENCE).until(() -> taken(drafts) == 10);
        assertThat(holders()).isOne();
        second.stop(null);
        Awaitility.await().atMost(PATIENCE).until(() -> holders() == 0);
    }

    @Test
    void whatever_dies_meanwhile_each_mail_is_taken_and_told_once() throws Exception {
        List<Draft> drafts = deliver(125);
        reader();
        reader();
        for (int i = 0; i < 3; i++) {
            drafts.addAll(deliver(25));
            long behind = taken(drafts);
            Faults.endRelaySessions();
            try (Faults.Fault away = Faults.databaseAway()) {
                assertThat(away).isNotNull();
            }
            Awaitility.await().atMost(PATIENCE).until(() -> taken(drafts) > behind);
        }

        Awaitility.await().atMost(PATIENCE).until(() -> taken(drafts) == 200);
        Set<String> ids = drafts.stream().map(Draft::id).collect(Collectors.toSet());
        Map<String, Set<String>> told = new HashMap<>();
        try (EventProbe probe = EventProbe.on("helpdesk.notification")) {
            probe.await(event -> {
                if (ids.contains(event.data().path("messageId").asText())) {
                    told.computeIfAbsent(event.data().get("mailId").asText(), mail -> new HashSet<>())
                            .add(event.id());
                }
                return told.size() == 200;
            });
        }
        assertThat(told.values()).hasSize(200).allMatch(events -> events.size() == 1);
        assertThat(Database.count(
                        "taken_mail t join mail m on m.id = t.mail_id where m.message_id = any(string_to_array(?, ','))",
                        String.join(",", drafts.stream().map(Draft::id).toList())))
                .isEqualTo(200);
        Awaitility.await().atMost(PATIENCE).until(() -> inbox.getMessages().stream()
                .allMatch(message -> message.isSet(Flags.Flag.SEEN)));
    }

    @Test
    void a_server_that_is_away_is_waited_for() throws Exception {
        int port = server.getImap().getPort();
        server.stop();
        reader(port);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> registry.get("helpdesk.mailbox.failures").gauge().value() > 0);
        GreenMail back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        back.start();
        try {
            GreenMailUser account = back.setUser(user, user, "secret");
            inbox = back.getManagers().getImapHostManager().getInbox(account);
            List<Draft> drafts = deliver(2);

            Awaitility.await().atMost(PATIENCE).until(() -> taken(drafts) == 2);
        } finally {
            back.stop();
        }
    }

    private MailboxReader reader() {
        return reader(server.getImap().getPort());
    }

    private MailboxReader reader(int port) {
        MailboxReader reader = new MailboxReader(
                database, round, metrics, new ServerSettings(new ServerSettings.Account(port, user, Optional.empty())));
        readers.add(reader);
        reader.start(null);
        return reader;
    }

    private void readAll(MailboxSettings.Imap settings) throws Exception {
        boolean more = true;
        while (more) {
            try (MailServer connection = MailServer.connect(settings)) {
                more = round.read(connection);
            }
        }
    }

    private List<Draft> deliver(int count) throws Exception {
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Draft draft = Draft.usual();
            deliver(draft.body("Hello " + i));
            drafts.add(draft);
        }
        return drafts;
    }

    private void deliver(byte[] mail) throws Exception {
        inbox.appendMessage(
                new MimeMessage(LenientSession.local(), new ByteArrayInputStream(mail)), new Flags(), new Date());
    }

    private static long taken(List<Draft> drafts) {
        return Database.count(
                "mail where message_id = any(string_to_array(?, ','))",
                String.join(",", drafts.stream().map(Draft::id).toList()));
    }

    private static long holders() {
        BigInteger key = new BigInteger("6d61696c626f78", 16);
        return Database.count(
                "pg_locks where locktype = 'advisory' and granted and objsubid = 1 and classid = ? and objid = ?",
                key.shiftRight(32).longValue(),
                key.longValue() & 0xffff_ffffL);
    }

    private MailboxSettings.Imap settings(Optional<String> moveTo) {
        return new ServerSettings.Account(server.getImap().getPort(), user, moveTo);
    }
}
