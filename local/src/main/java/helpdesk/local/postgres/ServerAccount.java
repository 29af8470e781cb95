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
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The account PostgreSQL runs under. It refuses to run as root, so root runs it inside a user namespace of its own, or, where
 * the machine forbids those (containers often do), as the account {@code nobody}.
 *
 * @param prefix what comes before a command to run it under this account; it ends in {@code exec}, so the process id stays
 * @param owner the account that has to own the data; nothing if it is the caller's anyway
 * @param cache where unpacked programs are kept that this account can reach
 */
record ServerAccount(List<String> prefix, Optional<String> owner, Path cache) {

    /** An ordinary user runs it directly. */
    static final ServerAccount CALLER = new ServerAccount(List.of(), Optional.empty(), PostgresCache.ofCaller());

    /** Root, seen from inside as nobody; the files stay root's. */
    static final ServerAccount NAMESPACE =
            new ServerAccount(List.of("unshare", "-U"), Optional.of("root"), PostgresCache.ofCaller());

    /**
     * Root becomes nobody, but may still pass through folders that only root can enter, to the data. PostgreSQL looks for its
     * programs by a call that disregards this permission, so they lie elsewhere.
     */
    static final ServerAccount NOBODY = new ServerAccount(
            List.of(
                    "setpriv",
                    "--reuid=nobody",
                    "--clear-groups",
                    "--inh-caps=+dac_override",
                    "--ambient-caps=+dac_override"),
            Optional.of("nobody"),
            PostgresCache.ofEveryone());

    /** @return the first of the ways that works here */
    static ServerAccount ofThisMachine() {
        if (!isRoot()) {
            return CALLER;
        }
        return Stream.of(NAMESPACE, NOBODY)
                .filter(ServerAccount::works)
                .findFirst()
                .orElseThrow(() -> new StartFailure("PostgreSQL refuses to run as root, and this machine has neither "
                        + "user namespaces nor a 'setpriv' that may be used: start the stack as an ordinary user, or "
                        + "set HELPDESK_POSTGRES_HOST to use a server of your own."));
    }

    static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    boolean works() {
        return Programs.succeeds(run(List.of("true")));
    }

    /** @return the command that runs {@code command} under this account */
    List<String> run(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /** Makes a file, or a folder with its contents, belong to this account. */
    void own(Path path) {
        if (owner.isEmpty()) {
            return;
        }
        try {
            if (Files.getOwner(path).getName().equals(owner.get())) {
                return;
            }
            UserPrincipal account =
                    path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(owner.get());
            Files.walkFileTree(path, new Ownership(account));
        } catch (IOException e) {
            throw new StartFailure(
                    "%s can't be given to the account %s, which PostgreSQL runs under: start the stack as an ordinary user."
                            .formatted(path, owner.get()),
                    e);
        }
    }

    private static final class Ownership extends SimpleFileVisitor<Path> {
        private final UserPrincipal owner;

        private Ownership(UserPrincipal owner) {
            this.owner = owner;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.setOwner(file, owner);
            return FileVisitResult.CONTINUE;
        }

        /** The folder comes last: its owner tells whether all of it has been done. */
        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException problem) throws IOException {
            Files.setOwner(folder, owner);
            return FileVisitResult.CONTINUE;
        }
    }
}
