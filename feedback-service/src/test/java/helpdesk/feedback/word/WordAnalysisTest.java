package helpdesk.feedback.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordAnalysisTest {

    @ParameterizedTest
    @CsvSource({
        "en, waiting, waited",
        "de, Lieferungen, Lieferung",
        "fr, livraisons, livraison",
        "es, entregas, entrega",
        "pt, entregas, entrega",
        "ru, доставка, доставки",
        "hi, समस्या, समस्याएं",
        "bn, গ্রাহক, গ্রাহকের",
        "ta, சேவை, சேவைகள்"
    })
    void forms_of_a_word_have_one_stem(String language, String one, String other) {
        Map<String, String> words = words(language, one);
        assertThat(words).hasSize(1);
        assertThat(words(language, other).keySet()).isEqualTo(words.keySet());
        assertThat(words).containsValue(one);
    }

    @ParameterizedTest
    @CsvSource({
        "en, the delivery was late, delivery, late",
        "de, die Lieferung war und ist teuer, Lieferung, teuer",
        "fr, la livraison est lente, livraison, lente",
        "es, la entrega fue lenta, entrega, lenta",
        "pt, a entrega foi lenta, entrega, lenta",
        "ru, это была медленная доставка, медленная, доставка",
        "hi, यह सेवा बहुत धीमी है, सेवा, धीमी",
        "bn, এই পরিষেবা খুব ধীর, পরিষেবা, ধীর",
        "ta, இந்த சேவை மெதுவாக, சேவை, மெதுவாக"
    })
    void words_that_say_nothing_are_left_out(String language, String text, String one, String other) {
        assertThat(words(language, text).values()).contains(one, other);
        assertThat(words(language, text)).hasSizeLessThan(text.split(" ").length);
    }

    @Test
    void other_languages_keep_their_words_as_they_are() {
        assertThat(words("kk", "Жеткізу баяу, жеткізулер баяу").values())
                .containsExactly("Жеткізу", "баяу", "жеткізулер");
        assertThat(words("it", "Consegna lenta").values()).containsExactly("Consegna", "lenta");
    }

    @Test
    void names_of_competitors_have_no_forms_but_for_capitals() {
        assertThat(WordAnalysis.words("en", About.COMPETITORS, "Wings is better than WING, wings"))
                .containsEntry("wings", "Wings")
                .containsEntry("wing", "WING")
                .doesNotContainKey("is");
    }

    @Test
    void a_french_article_is_not_part_of_the_word() {
        assertThat(words("fr", "l'aide, l’aide et aide").values()).containsExactly("aide");
    }

    @Test
    void numbers_and_what_is_too_long_are_no_words() {
        assertThat(words("en", "42 1,000 " + "x".repeat(61) + " slow").values()).containsExactly("slow");
    }

    @Test
    void letters_may_come_in_parts() {
        assertThat(words("fr", "de\u0301lai").keySet())
                .isEqualTo(words("fr", "d\u00e9lai").keySet());
    }

    private static Map<String, String> words(String language, String text) {
        return WordAnalysis.words(language, About.REASONS, text);
    }
}
