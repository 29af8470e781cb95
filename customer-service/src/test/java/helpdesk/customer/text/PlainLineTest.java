package helpdesk.customer.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainLineTest {

    @Property
    void a_line_is_never_longer_than_it_may_be_and_can_be_stored(
            @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int longest) {
        String line = PlainLine.of(text, longest);
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(longest);
        assertThat(line).isEqualTo(line.strip()).doesNotContain("\n", "\u0000");
        assertThat(line.codePoints().noneMatch(unit -> unit >= 0xD800 && unit <= 0xDFFF))
                .isTrue();
        assertThat(PlainLine.of(line, longest)).isEqualTo(line);
    }

    @Test
    void a_line_is_cut_between_characters() {
        assertThat(PlainLine.of("👍👍👍👍", 3)).isEqualTo("👍👍…");
        assertThat(PlainLine.of("one\r\n two\u0000", 20)).isEqualTo("one  two");
        assertThat(PlainLine.of("half \ud83d", 20)).isEqualTo("half");
        assertThat(PlainLine.of(null, 20)).isEmpty();
    }
}
