package helpdesk.customer.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    private record Texts(
            @PlainText String line,
            @PlainText(multiline = true) String text) {}

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"a", " Amara ", "Әлия", "বাংলা", "தமிழ்", "👩‍🔧", "-"})
    void what_can_be_seen_passes(String text) {
        assertThat(VALIDATOR.validate(new Texts(text, text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\u00a0", "\u200b", "\t", "\n", "\u0000", "a\u0000", "a\u001b[1m"})
    void what_cannot_be_seen_does_not_pass(String text) {
        assertThat(VALIDATOR.validate(new Texts(text, text))).hasSize(2);
    }

    @Test
    void only_a_text_of_many_lines_has_line_breaks() {
        assertThat(VALIDATOR.validate(new Texts(null, "a\r\n\tb"))).isEmpty();
        assertThat(VALIDATOR.validate(new Texts("a\nb", null))).hasSize(1);
    }

    @Property
    void whatever_passes_is_not_empty_without_its_blanks(@ForAll String text) {
        if (VALIDATOR.validate(new Texts(text, null)).isEmpty()) {
            assertThat(text.strip()).isNotEmpty();
        }
    }

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
