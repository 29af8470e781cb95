package helpdesk.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

    private static final ValidatorFactory FACTORY = Validation.buildDefaultValidatorFactory();

    private final Validator validator = FACTORY.getValidator();

    record Texts(
            @PlainText String line,
            @PlainText(multiline = true) String lines) {}

    @AfterAll
    static void close() {
        FACTORY.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "\u00a0", "\u2003", "\u200b", "\u3000", "\u0007", "\u2028"})
    void what_nobody_can_see_is_no_text(String nothing) {
        assertThat(isLine(nothing)).isFalse();
        assertThat(isText(nothing)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: b@example.org", "a\nb", "a\tb", "a\u0085b", "a\u2028b", "a\u2029b", "a\u001bb"})
    void a_line_has_no_control_characters_and_a_text_may(String lines) {
        assertThat(isLine(lines)).isFalse();
        assertThat(isText(lines)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "আমার প্রিন্টার",
                "प्रिंटर",
                "என் அச்சுப்பொறி",
                "Қазақстан",
                "👩🏽‍💻",
                "O'Neill \"; drop table"
            })
    void words_of_any_language_are_a_line(String words) {
        assertThat(isLine(words)).isTrue();
    }

    @Test
    void nothing_at_all_is_left_to_other_constraints() {
        assertThat(isLine(null)).isTrue();
    }

    private boolean isLine(String text) {
        return validator.validate(new Texts(text, "text")).isEmpty();
    }

    private boolean isText(String text) {
        return validator.validate(new Texts("line", text)).isEmpty();
    }
}
