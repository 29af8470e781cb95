package helpdesk.local.command;

import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.SourceTree;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that tells stacks apart, the same for every command. */
final class DataOption {

    private static final String DEFAULT = ".helpdesk";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything of this stack is kept (default: .helpdesk in the project's folder).")
    private Path directory;

    DataDirectory directory() {
        return directory == null ? ofTree() : new DataDirectory(directory);
    }

    /** @return the option as it has to be repeated in another command, with a blank before it; empty for the default */
    String repeated() {
        Path root = directory().root();
        if (root.equals(ofTree().root())) {
            return "";
        }
        return root.toString().contains(" ") ? " --data '%s'".formatted(root) : " --data " + root;
    }

    private static DataDirectory ofTree() {
        return new DataDirectory(SourceTree.root().resolve(DEFAULT));
    }
}
