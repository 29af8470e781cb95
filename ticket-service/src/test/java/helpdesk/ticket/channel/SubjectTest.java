package helpdesk.ticket.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What tickets are called that begin with a message. */
class SubjectTest {

    @Test
    void a_short_text_is_its_own_subject_on_one_line() {
        assertThat(Subject.of("  Hello,\n\n my\tparcel \u2028is late ")).isEqualTo("Hello, my parcel is late");
    }

    @Test
    void a_long_text_is_cut_between_words() {
        assertThat(Subject.of(
                        "My parcel says that it was delivered yesterday at noon, but there is nothing at my door."))
                .isEqualTo("My parcel says that it was delivered yesterday at noon, but there is nothing…");
    }

    @Test
    void what_has_no_words_is_cut_where_it_must_be() {
        assertThat(Subject.of("包".repeat(200))).hasSize(80).endsWith("包…");
        assertThat(Subject.of("😀".repeat(200))).hasSizeLessThanOrEqualTo(80).endsWith("😀…");
    }
}
