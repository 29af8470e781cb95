package helpdesk.notification.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WordingTest {

    static Stream<Arguments> everyWordingAndLanguage() {
        return Arrays.stream(Wording.values()).flatMap(wording -> MessageTemplates.LANGUAGES.stream()
                .map(language -> Arguments.of(wording, language)));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("everyWordingAndLanguage")
    void the_built_in_words_are_such_as_anybody_could_save(Wording wording, String language) {
        Text builtIn = MessageTemplates.source(wording.content(), language).orElseThrow();

        CheckedWords words = CheckedWords.of(wording, builtIn.subject(), builtIn.body());

        assertThat(OwnWords.of(1, words.subject(), words.body())
                        .tell(language, wording.sampleFacts(Locale.forLanguageTag(language))))
                .isPresent();
        assertThat(builtIn.subject()).hasSizeLessThanOrEqualTo(200);
        assertThat(builtIn.body()).hasSizeLessThanOrEqualTo(10_000);
    }

    @Test
    void all_that_is_told_in_templates_has_its_wording() {
        Set<Class<?>> contents = leaves(Content.Templated.class);

        List<Class<?>> told = new ArrayList<>();
        Arrays.stream(Wording.values())
                .forEach(wording -> told.add(wording.sample().getClass()));

        assertThat(told).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(contents);
    }

    @Test
    void the_languages_that_were_promised_are_there() {
        assertThat(MessageTemplates.LANGUAGES).contains("en", "de", "fr", "es", "bn", "hi", "kk", "ta");
    }

    @Test
    void what_is_necessary_can_be_said_and_is_known_in_previews() {
        for (Wording wording : Wording.values()) {
            assertThat(wording.placeholders()).containsAll(wording.necessary()).contains("name");
            assertThat(wording.sampleFacts(Locale.ENGLISH))
                    .allSatisfy((name, value) -> assertThat(!wording.necessary().contains(name) || value != null)
                            .isTrue());
        }
    }

    @Test
    void a_wording_is_found_by_its_content() {
        assertThat(Wording.of("survey_invitation")).contains(Wording.SURVEY_INVITATION);
        assertThat(List.of("notice", "../reply", "", "REPLY"))
                .allMatch(name -> Wording.of(name).isEmpty());
    }

    private static Set<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(part -> leaves(part).stream())
                        .collect(Collectors.toSet())
                : new HashSet<>(Set.of(type));
    }
}
