package helpdesk.ticket.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedHistoryTest {

    static Stream<Arguments> mails() {
        return Stream.of(
                Arguments.of(
                        "Thanks!\n\nOn Tue, 3 Nov 2026 at 10:00, Daniel <d@example.org> wrote:\n> Hello\n> there",
                        "Thanks!"),
                Arguments.of("Danke!\n\nAm 03.11.2026 um 10:00 schrieb Daniel Brandt:\n> Hallo", "Danke!"),
                Arguments.of("Merci\n\nLe mar. 3 nov. 2026 à 10:00, Daniel a écrit :\n> Bonjour", "Merci"),
                Arguments.of("Gracias\nEl mar, 3 nov 2026 a las 10:00, Daniel escribió:\n> Hola", "Gracias"),
                Arguments.of("Рахмет\n3 қараша 2026, Daniel деп жазды:\n> Сәлем", "Рахмет"),
                Arguments.of("Yes.\n\n-----Original Message-----\nFrom: Daniel\nHello", "Yes."),
                Arguments.of(
                        "Yes.\n\nVon: Daniel\nGesendet: Dienstag\nAn: Amara\nBetreff: AW: Drucker\n\nHallo", "Yes."),
                Arguments.of("Fine\n\n> quoted\n> to the end\n", "Fine"),
                Arguments.of(
                        "Thanks!\n\nOn Tue, 3 Nov 2026 at 10:00, Daniel Brandt with a long name\n<d@example.org> wrote:\n> Hello",
                        "Thanks!"));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void what_was_quoted_goes(String mail, String fresh) {
        assertThat(QuotedHistory.strip(mail)).isEqualTo(fresh);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday the printer burned again: please come.",
                "> You asked\nthe answer below\n> and this\nand that",
                "I wrote: nothing happened",
                "From: me\nThat was all.",
                "> only a quotation"
            })
    void what_is_said_stays(String mail) {
        assertThat(QuotedHistory.strip(mail)).isEqualTo(mail);
    }

    @Test
    void a_mail_of_nothing_but_blanks_takes_no_time() {
        String mail = "--" + " ".repeat(60_000) + "x\n" + "_ -".repeat(130) + "x";

        assertThat(QuotedHistory.strip(mail)).isEqualTo(mail);
    }

    @Test
    void a_mail_of_nothing_but_lines_takes_no_time() {
        String mail = "On " + "a ".repeat(30_000) + "\n" + "From: x\n".repeat(3);

        assertThat(QuotedHistory.strip(mail)).isNotEmpty();
    }
}
