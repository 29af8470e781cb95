package helpdesk.local.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VocabularyTest {

    private final Vocabulary vocabulary = new Vocabulary();

    @Test
    void eightLanguagesHaveSomeThousandWords() {
        assertThat(vocabulary.languages())
                .extracting(Language::code)
                .containsExactlyInAnyOrder("en", "de", "fr", "es", "bn", "hi", "kk", "ta");
        assertThat(vocabulary.languages().stream()
                        .flatMap(language -> language.words().all().stream())
                        .distinct())
                .hasSizeBetween(3_000, 10_000);
    }

    @Test
    void someLanguagesAreSpokenMoreThanOthers() {
        Draw draw = new Draw(1, 1);
        Map<String, Long> spoken = IntStream.range(0, 10_000)
                .mapToObj(_ -> vocabulary.pick(draw).code())
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        assertThat(spoken).hasSize(8);
        assertThat(spoken.get("en")).isBetween(4_000L, 4_800L);
        assertThat(spoken.get("ta")).isBetween(300L, 500L);
    }

    @Test
    void wordsAreSkewedLikeThoseOfRealTexts() {
        Draw draw = new Draw(1, 1);
        for (Language language : vocabulary.languages()) {
            SkewedWords words = language.words();
            Map<String, Long> counts = IntStream.range(0, 50_000)
                    .mapToObj(_ -> words.pick(draw))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            long most = counts.get(words.all().getFirst());
            long middling = counts.getOrDefault(words.all().get(100), 0L);
            assertThat(most).as(language.code()).isGreaterThan(10 * middling);
            assertThat(counts.size())
                    .as(language.code())
                    .isGreaterThan(words.all().size() * 9 / 10);
        }
    }

    @Test
    void sentencesAreFilledInAndBeginWithACapital() {
        Draw draw = new Draw(1, 1);
        for (Language language : vocabulary.languages()) {
            StringBuilder text = new StringBuilder();
            language.appendSubject(text, draw);
            int end = text.length();
            language.appendSentence(text, draw);
            assertThat(text.toString()).doesNotContain("{", "}", "  ", "\\", "'");
            assertThat(Character.toUpperCase(text.charAt(end))).isEqualTo(text.charAt(end));
            assertThat(end).isBetween(1, 300);
            assertThat(language.name(draw)).contains(" ");
        }
    }
}
