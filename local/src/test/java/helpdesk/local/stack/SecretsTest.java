package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void theyAreKeptAndReadableForTheirOwnerOnly() throws IOException {
        Path file = folder.resolve("secrets");
        Secrets first = Secrets.of(file);
        assertThat(permissions(file)).isEqualTo("rw-------");
        Secrets second = Secrets.of(file);
        assertThat(second.shared()).isEqualTo(first.shared());
        assertThat(second.superuserPassword()).isEqualTo(first.superuserPassword());
        assertThat(Base64.getUrlDecoder().decode(first.shared())).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void eachServiceHasAPasswordOfItsOwn() {
        Secrets secrets = Secrets.of(folder.resolve("secrets"));
        Set<String> passwords =
                Arrays.stream(ServiceKind.values()).map(secrets::rolePassword).collect(Collectors.toSet());
        assertThat(passwords).hasSize(5).doesNotContain(secrets.shared(), secrets.superuserPassword());
        assertThat(secrets.toString()).doesNotContain(passwords).doesNotContain(secrets.shared());
    }

    @Test
    void whatIsMissingIsAddedAndTheRestIsKept() throws IOException {
        Path file = folder.resolve("secrets");
        Files.writeString(file, "shared=kept\n");
        Secrets secrets = Secrets.of(file);
        assertThat(secrets.shared()).isEqualTo("kept");
        assertThat(secrets.superuserPassword()).isNotBlank();
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void permissionsThatWereOpenedAreClosedAgain() throws IOException {
        Path file = folder.resolve("secrets");
        Secrets.of(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Secrets.of(file);
        assertThat(permissions(file)).isEqualTo("rw-------");
    }

    @Test
    void theAdministratorsPasswordIsGeneratedOnceAndPrivate() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        String generated = AdminPassword.of(data, Optional.empty()).orElseThrow();
        assertThat(generated).matches("([A-Za-z2-9]{5}-){3}[A-Za-z2-9]{5}");
        assertThat(AdminPassword.of(data, Optional.empty())).contains(generated);
        assertThat(permissions(data.adminPassword())).isEqualTo("rw-------");
    }

    @Test
    void aPresetPasswordWinsAndIsKept() {
        DataDirectory data = new DataDirectory(folder);
        assertThatThrownBy(() -> AdminPassword.of(data, Optional.of("secret")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("HELPDESK_ADMIN_PASSWORD must have 8 to 200 characters");
        assertThat(AdminPassword.of(data, Optional.of("chosen by hand"))).contains("chosen by hand");
        assertThat(AdminPassword.of(data, Optional.empty())).contains("chosen by hand");
    }

    @Test
    void aPasswordFileThatWasRemovedStaysAway() throws IOException {
        DataDirectory data = new DataDirectory(folder);
        AdminPassword.of(data, Optional.empty());
        new Milestones(data.milestones()).reach(Milestones.PASSWORD_SHOWN);
        Files.delete(data.adminPassword());
        assertThat(AdminPassword.of(data, Optional.empty())).isEmpty();
        assertThat(data.adminPassword()).doesNotExist();
    }

    @Test
    void passwordsDiffer() {
        assertThat(List.of(Secrets.random(), Secrets.random())).doesNotHaveDuplicates();
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
