package helpdesk.ticket.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentTextTest {

    @Test
    void words_have_places_and_texts_a_gap_between_them() {
        DocumentText document = new DocumentText(10_000);
        document.add(List.of("the", "lamp", "the"));
        document.add(List.of("lamp", "it's", "\\"));

        assertThat(document.text()).startsWith("'the':1,3 'lamp':2,14 'it''s':15 '\\\\':16 ");
    }

    @Test
    void neighbours_are_pairs_but_not_across_texts() {
        DocumentText document = new DocumentText(10_000);
        document.add(List.of("the", "lamp"));
        document.add(List.of("is", "on"));

        assertThat(document.text())
                .contains("'" + WordPair.of("the", "lamp") + "'", "'" + WordPair.of("is", "on") + "'")
                .doesNotContain(WordPair.of("lamp", "is"));
    }

    @Test
    void a_pair_is_five_characters_and_depends_on_the_order() {
        assertThat(WordPair.of("the", "lamp")).matches("\\+[A-Za-z0-9_-]{4}").isNotEqualTo(WordPair.of("lamp", "the"));
    }

    @Test
    void what_goes_beyond_the_size_is_left_out() {
        DocumentText document = new DocumentText(1_000);
        document.add(Collections.nCopies(5_000, "again"));
        for (int i = 0; i < 500; i++) {
            document.add(List.of("word" + i, "next" + i));
        }

        assertThat(document.text().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(2_000);
        assertThat(document.text()).contains("word1'").doesNotContain("word499");
    }
}
