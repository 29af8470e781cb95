package helpdesk.notification.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Mails of every kind, well written and badly: of each it is known what has to become of it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class MailCorpusTest {

    /** So many that each case is damaged a few times. */
    private static final int DAMAGED = 1_000;

    @Inject
    MailIntake intake;

    @Inject
    MailRepository mails;

    @Inject
    MailFiles files;

    static List<MailCase> corpus() {
        List<MailCase> corpus = new ArrayList<>(EncodingCases.all());
        corpus.addAll(HeaderCases.all());
        corpus.addAll(StructureCases.all());
        corpus.addAll(FileCases.all());
        corpus.addAll(RecognitionCases.all());
        return corpus;
    }

    @Test
    void of_each_of_hundreds_of_mails_becomes_what_has_to() {
        List<MailCase> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThan(250);
        assertThat(corpus.stream().map(MailCase::name)).doesNotHaveDuplicates();
        Set<UUID> taken = new HashSet<>();
        SoftAssertions softly = new SoftAssertions();
        for (MailCase one : corpus) {
            TakenMail mail = intake.take(one.mail());
            softly.assertThat(mail.fresh()).as(one.name()).isTrue();
            taken.add(mail.id());
            softly.assertThatCode(() -> check(one, mail.id())).as(one.name()).doesNotThrowAnyException();
        }
        softly.assertAll();
        assertThat(taken).hasSameSizeAs(corpus);
        assertThat(Database.count(
                        "mail_raw where mail_id = any(string_to_array(?, ',')::uuid[])",
                        String.join(",", taken.stream().map(UUID::toString).toList())))
                .isEqualTo(corpus.size());
        for (MailCase one : corpus) {
            TakenMail again = intake.take(one.mail());
            assertThat(again.fresh()).as(one.name()).isFalse();
            assertThat(taken).contains(again.id());
        }
    }

    @Test
    void whatever_is_damaged_in_them_none_is_lost_and_none_fails() {
        List<MailCase> corpus =
                corpus().stream().filter(one -> one.mail().length < 50_000).toList();
        Random random = new Random(20261013);
        Set<UUID> taken = new HashSet<>();
        int fresh = 0;
        for (int i = 0; i < DAMAGED; i++) {
            byte[] damaged = damaged(corpus.get(i % corpus.size()).mail().clone(), random);
            TakenMail mail = intake.take(damaged);
            fresh += mail.fresh() ? 1 : 0;
            taken.add(mail.id());
        }
        assertThat(taken).hasSize(fresh);
        assertThat(fresh).isGreaterThan(DAMAGED * 9 / 10);
        assertThat(Database.count(
                        "mail_raw where mail_id = any(string_to_array(?, ',')::uuid[])",
                        String.join(",", taken.stream().map(UUID::toString).toList())))
                .isEqualTo(fresh);
    }

    private static byte[] damaged(byte[] mail, Random random) {
        int changes = 1 + random.nextInt(20);
        byte[] damaged = mail;
        for (int i = 0; i < changes && damaged.length > 2; i++) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(5)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> damaged[at] = 0;
                case 2 ->
                    damaged = Draft.joined(
                            java.util.Arrays.copyOf(damaged, at),
                            java.util.Arrays.copyOfRange(
                                    damaged, Math.min(damaged.length, at + 1 + random.nextInt(40)), damaged.length));
                case 3 ->
                    damaged = Draft.joined(
                            java.util.Arrays.copyOf(damaged, at),
                            java.util.Arrays.copyOfRange(damaged, at / 2, at),
                            java.util.Arrays.copyOfRange(damaged, at, damaged.length));
                default -> damaged[at] = (byte) "\r\n:;=?<>\"-%".charAt(random.nextInt(11));
            }
        }
        return damaged;
    }

    private void check(MailCase one, UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            Mail kept = mails.findById(id);
            assertThat(kept.state()).as("state; reason: %s", kept.reason()).isEqualTo(one.state());
            assertThat(kept.subject()).as("subject").isEqualTo(one.subject());
            if (one.text() != null) {
                assertThat(kept.body()).as("text").isEqualTo(one.text());
            }
            assertThat(kept.ticketId()).as("ticket").isNull();
            one.more().accept(kept, files.of(id));
        });
    }
}
