package helpdesk.local.postgres;

import helpdesk.local.process.Programs;
import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;

/**
 * The account PostgreSQL runs under. It refuses to run as root, so root runs it inside a user namespace of its own, or, where
 * the machine forbids those (containers often do), as the account {@code nobody}.
 */
sealed interface ServerAccount {

    /** The account that unprivileged programs run under on every Linux. */
    String NOBODY = "nobody";

    /** @return the first of the ways that works here */
    static ServerAccount ofThisMachine() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Caller();
        }
        if (Programs.succeeds(List.of("unshare", "-U", "true"))) {
            return new Namespace();
        }
        if (Programs.succeeds(List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups", "true"))) {
            return new Nobody();
        }
        throw new StartFailure(
                "PostgreSQL refuses to run as root, and this machine has neither user namespaces nor "
                        + "'setpriv': start the stack as an ordinary user, or set HELPDESK_POSTGRES_HOST to use a server of your own.");
    }

    /** @return the command that runs {@code command} under this account, with the same process id */
    List<String> run(List<String> command);

    /** Makes files belong to this account; they must be reachable for it. */
    default void own(Path path) {}

    /** @return the folder that holds the unpacked programs, readable for this account */
    default Path cache() {
        return PostgresCache.ofCaller();
    }

    /** An ordinary user runs it directly. */
    record Caller() implements ServerAccount {
        @Override
        public List<String> run(List<String> command) {
            return command;
        }
    }

    /** Root, seen from inside as nobody. The files stay root's. */
    record Namespace() implements ServerAccount {
        @Override
        public List<String> run(List<String> command) {
            return prefixed(List.of("unshare", "-U"), command);
        }
    }

    /** Root becomes the account {@code nobody}, which then owns the data. */
    record Nobody() implements ServerAccount {
        @Override
        public List<String> run(List<String> command) {
            return prefixed(List.of("setpriv", "--reuid=" + NOBODY, "--clear-groups"), command);
        }

        @Override
        public void own(Path path) {
            try {
                UserPrincipal nobody =
                        path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(NOBODY);
                Files.walkFileTree(path, new Ownership(nobody));
            } catch (IOException e) {
                throw new StartFailure(
                        "%s can't be given to the account %s, which runs PostgreSQL when started by root: start the stack as an ordinary user."
                                .formatted(path, NOBODY),
                        e);
            }
        }

        @Override
        public Path cache() {
            return PostgresCache.ofEveryone();
        }
    }

    private static List<String> prefixed(List<String> prefix, List<String> command) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(command);
        return List.copyOf(words);
    }

    /** Changes the owner of everything it visits. */
    final class Ownership extends SimpleFileVisitor<Path> {
        private final UserPrincipal owner;

        private Ownership(UserPrincipal owner) {
            this.owner = owner;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            Files.setOwner(folder, owner);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.setOwner(file, owner);
            return FileVisitResult.CONTINUE;
        }
    }
}
