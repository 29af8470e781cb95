package helpdesk.local.command;

import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.SourceTree;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Builds everything and runs all tests. The script does the same without starting Java first. */
@Command(name = "test", description = "Build everything and run all tests.")
public final class TestCommand implements Callable<Integer> {

    @Mixin
    private HelpOption help = new HelpOption();

    @Override
    public Integer call() {
        try {
            return new ProcessBuilder("./mvnw", "-B", "-ntp", "verify")
                    .directory(SourceTree.root().toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new StartFailure(
                    "./mvnw can't be run in %s: see that it is executable.".formatted(SourceTree.root()), e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
