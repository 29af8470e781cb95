package helpdesk.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseBookTest {

    private final PhraseBook book = new PhraseBook(PhraseBookTest.class, "/phrases", List.of("en", "ar", "pt-BR"));

    @ParameterizedTest
    @CsvSource({
        "ar-EG,,ar",
        "pt-br,,pt-BR",
        "'fr, ar;q=0.5, en;q=0.9',,en",
        "xx,ar,ar",
        ",ar,ar",
        "'@#!',,en",
        "'*',,en",
        ",,en"
    })
    void the_best_language_is_spoken_and_the_first_when_none_fits(String chosen, String spoken, String language) {
        assertThat(book.in(chosen, spoken).language()).isEqualTo(language);
    }

    @Test
    void something_is_put_in_and_direction_and_time_are_as_in_the_language() {
        assertThat(book.in("ar").with("hello", "Amara")).isEqualTo("مرحبا Amara");
        assertThat(book.in("ar").direction()).isEqualTo("rtl");
        assertThat(book.in("pt-BR").direction()).isEqualTo("ltr");
        assertThat(book.in("en").moment(Instant.parse("2026-10-06T13:05:00Z"), ZoneId.of("Europe/Berlin")))
                .contains("Oct 6, 2026", "3:05");
    }
}
