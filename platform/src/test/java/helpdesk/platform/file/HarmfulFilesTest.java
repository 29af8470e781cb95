package helpdesk.platform.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HarmfulFilesTest {

    @ParameterizedTest
    @ValueSource(strings = {"invoice.pdf.exe", "SETUP.EXE", "run.sh ", "picture.svg\t", ".bat"})
    void what_runs_is_known_by_the_end_of_its_name(String name) {
        assertThat(HarmfulFiles.isHarmfulName(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"exe", "invoice.exe.pdf", "notes", "", "a.", "page.html.txt"})
    void what_only_looks_like_it_does_not_count(String name) {
        assertThat(HarmfulFiles.isHarmfulName(name)).isFalse();
    }

    @Test
    void kinds_of_harmful_types_are_not_harmful_themselves() {
        assertThat(HarmfulFiles.isHarmfulType("application/javascript")).isTrue();
        assertThat(HarmfulFiles.isHarmfulType("application/json")).isFalse();
    }
}
