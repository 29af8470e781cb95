package helpdesk.local.postgres;

import helpdesk.local.process.Programs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process that starts a server and is killed before it can stop it. */
final class OrphanedServer {

    private OrphanedServer() {}

    /** @return the process id of a server that nobody looks after */
    static long leaveOn(Path data) throws IOException, InterruptedException {
        Process parent = new ProcessBuilder(
                        Programs.java().toString(),
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OrphanedServer.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            return Long.parseLong(output.readLine());
        } finally {
            parent.destroyForcibly().waitFor();
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        PostgresServer server =
                PostgresServer.start(new PostgresSettings(Path.of(arguments[0]), 0, false, 20, null), notice -> {});
        System.out.println(server.pid());
        new CountDownLatch(1).await();
    }
}
