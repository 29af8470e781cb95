package helpdesk.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    @ParameterizedTest
    @CsvSource({"EN,en", "de-at,de-AT", "zh-hant-tw,zh-Hant-TW", "kk,kk", "pt-BR,pt-BR"})
    void tags_get_their_customary_capitals(String tag, String canonical) {
        assertThat(Languages.canonical(tag)).contains(canonical);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "und", "english!", "x-klingon", "de_AT"})
    void what_names_no_language_is_none(String tag) {
        assertThat(Languages.canonical(tag)).isEmpty();
    }

    @Test
    void each_language_is_kept_once_in_its_order() {
        assertThat(Languages.canonical(List.of("kk", "EN", "en", "Kk"))).containsExactly("kk", "en");
    }
}
