package helpdesk.gateway.privacy;

import helpdesk.gateway.Gateway;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small real servers in the place of services that hold something on people; for some people one of them fails in its own way. */
public final class Holders {

    /** Feedback-service refuses. */
    static final UUID REFUSED = UUID.fromString("00000000-0000-4000-8000-000000000001");

    /** Notification-service breaks off in the middle. */
    static final UUID BROKEN = UUID.fromString("00000000-0000-4000-8000-000000000002");

    /** Ticket-service, the last one, answers with a page. */
    static final UUID WRONG = UUID.fromString("00000000-0000-4000-8000-000000000003");

    /** All together are larger than an archive may be. */
    static final UUID LARGE = UUID.fromString("00000000-0000-4000-8000-000000000004");

    /** Customer-service says nothing. */
    static final UUID SILENT = UUID.fromString("00000000-0000-4000-8000-000000000005");

    private static final String PORT = "helpdesk.test.holders";
    private static final int LARGE_PART = 150_000;

    private Holders() {}

    /** The gateway with these behind it. */
    public static class Parts extends Gateway.Parts {
        @Override
        public Map<String, String> start() {
            Map<String, String> configuration = super.start();
            for (String service :
                    new String[] {"ticket-service", "customer-service", "feedback-service", "notification-service"}) {
                configuration.put("helpdesk.proxy.services." + service, "http://localhost:" + port());
            }
            configuration.put("helpdesk.personal-data.most", "400K");
            return configuration;
        }
    }

    private static int port() {
        synchronized (System.getProperties()) {
            if (System.getProperty(PORT) == null) {
                int port = Vertx.vertx()
                        .createHttpServer()
                        .requestHandler(Holders::answer)
                        .listen(0)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .actualPort();
                System.setProperty(PORT, Integer.toString(port));
            }
        }
        return Integer.getInteger(PORT);
    }

    private static void answer(HttpServerRequest request) {
        String[] path = request.path().split("/");
        String service = path[4];
        UUID person = UUID.fromString(path[6]);
        byte[] archive = archive(service, person, request);
        if (person.equals(REFUSED) && service.equals("feedback-service")) {
            request.response().setStatusCode(403).end("no");
        } else if (person.equals(BROKEN) && service.equals("notification-service")) {
            request.response().putHeader("Content-Type", "application/zip").setChunked(true);
            request.response().write(Buffer.buffer(archive)).onSuccess(written -> request.connection()
                    .close());
        } else if (person.equals(WRONG) && service.equals("ticket-service")) {
            request.response().putHeader("Content-Type", "text/html").end("<p>Welcome</p>");
        } else if (person.equals(SILENT) && service.equals("customer-service")) {
            request.pause();
        } else {
            request.response().putHeader("Content-Type", "application/zip").end(Buffer.buffer(archive));
        }
    }

    private static byte[] archive(String service, UUID person, HttpServerRequest request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (!service.equals("customer-service")) {
                zip.putNextEntry(new ZipEntry("held.json"));
                String held = "[{\"of\":\"%s\",\"authorization\":\"%s\",\"request\":\"%s\"}]"
                        .formatted(person, request.getHeader("Authorization"), request.getHeader("X-Request-Id"));
                zip.write(held.getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            if (person.equals(LARGE)) {
                zip.putNextEntry(new ZipEntry("files/noise"));
                byte[] noise = new byte[LARGE_PART];
                new Random(1).nextBytes(noise);
                zip.write(noise);
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
