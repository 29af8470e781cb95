package helpdesk.feedback.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguagesTest {

    private static final List<String> SPOKEN = List.of("en", "de", "pt", "pt-BR", "zh-Hant");

    @Test
    void the_first_wanted_language_that_is_available_is_spoken() {
        assertThat(Languages.choose(SPOKEN, "en", "fr", "de")).isEqualTo("de");
        assertThat(Languages.choose(SPOKEN, "en", "pt-br")).isEqualTo("pt-BR");
    }

    @Test
    void a_variant_falls_back_to_its_base_before_the_next_wanted_language() {
        assertThat(Languages.choose(SPOKEN, "en", "de-AT-1996", "pt")).isEqualTo("de");
        assertThat(Languages.choose(SPOKEN, "en", "pt-PT", "de")).isEqualTo("pt");
        assertThat(Languages.choose(SPOKEN, "en", "zh-Hant-TW")).isEqualTo("zh-Hant");
    }

    @Test
    void a_base_is_no_reason_to_speak_a_variant() {
        assertThat(Languages.choose(SPOKEN, "en", "zh")).isEqualTo("en");
    }

    @Test
    void what_is_missing_or_ill_formed_is_passed_over() {
        assertThat(Languages.choose(SPOKEN, "en", null, "", "not_a_tag", "de")).isEqualTo("de");
        assertThat(Languages.choose(SPOKEN, "en")).isEqualTo("en");
    }

    @Test
    void texts_are_found_whatever_the_case_of_the_tag() {
        assertThat(Languages.byTag(Map.of("pt-BR", "Oi")).get("PT-br")).isEqualTo("Oi");
        assertThat(Languages.byTag(null)).isNull();
    }
}
