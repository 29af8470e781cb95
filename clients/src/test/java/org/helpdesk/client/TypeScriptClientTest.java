package org.helpdesk.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Skipped where there is no Node.js to run the compiler. */
class TypeScriptClientTest {

    private static final Path SOURCES = Path.of("src/test/npm");
    private static final Path FOLDER = Path.of("target/npm");
    private static final Path OUTPUT = FOLDER.resolve("output");
    private static final int PATIENCE_SECONDS = 180;

    @Test
    void the_client_for_typescript_has_no_error_of_types() throws Exception {
        Files.createDirectories(FOLDER);
        Assumptions.assumeTrue(runs("node", "--version") && runs("npm", "--version"), "Node.js is not installed here");
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        assertThat(runs("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"))
                .as("the compiler is installed: see %s", OUTPUT)
                .isTrue();

        boolean right =
                runs("node", "node_modules/typescript/bin/tsc", "--noEmit", "-p", "../typescript/tsconfig.json");

        assertThat(right).as(TypeScriptClientTest::output).isTrue();
    }

    private static boolean runs(String... command) throws InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(new File(OUTPUT.toString()))
                    .start();
        } catch (IOException notThere) {
            return false;
        }
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } finally {
            process.destroyForcibly();
        }
    }

    private static String output() {
        try {
            return Files.readString(OUTPUT);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
