package helpdesk.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFilesTest {

    @TempDir
    Path folder;

    @Test
    void the_content_of_a_file_is_the_secret() throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "  s3cret with blanks\n");
        assertThat(SecretFiles.secrets(Map.of("HELPDESK_SECRET_FILE", file.toString())))
                .containsExactly(Map.entry("HELPDESK_SECRET", "s3cret with blanks"));
    }

    @Test
    void other_variables_are_left_alone() {
        assertThat(SecretFiles.secrets(
                        Map.of("HELPDESK_SECRET", "a", "OTHER_FILE", "/nowhere", "HELPDESK_SECRET_FILE", " ")))
                .isEmpty();
    }

    @Test
    void a_file_that_cannot_be_read_is_named() {
        assertThatThrownBy(() -> SecretFiles.secrets(Map.of("HELPDESK_SECRET_FILE", "/nowhere/secret")))
                .hasMessageContaining("HELPDESK_SECRET_FILE names /nowhere/secret, which cannot be read");
    }
}
