package helpdesk.ticket.input;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShortenedTest {

    @Test
    void what_fits_stays() {
        assertThat(Shortened.to(5, "12345")).isEqualTo("12345");
        assertThat(Shortened.to(5, "")).isEmpty();
    }

    @Test
    void what_does_not_fit_ends_in_an_ellipsis() {
        assertThat(Shortened.to(5, "123456")).isEqualTo("1234…");
    }

    @Test
    void no_character_is_cut_in_two() {
        assertThat(Shortened.to(5, "123👍56")).isEqualTo("123…");
        assertThat(Shortened.to(6, "123👍56")).isEqualTo("123👍…");
    }
}
