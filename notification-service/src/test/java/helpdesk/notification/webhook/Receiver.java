package helpdesk.notification.webhook;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Another system that is told of events: takes what it gets, or does not, as a test wants. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private volatile HttpHandler answer;

    private Receiver(HttpServer server) {
        this.server = server;
        answer(204);
    }

    static Receiver open() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            Receiver receiver = new Receiver(server);
            server.createContext("/", receiver::take);
            server.setExecutor(receiver.threads);
            server.start();
            return receiver;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks";
    }

    /** Answers all that comes so. */
    void answer(int status, String... header) {
        answer = exchange -> {
            for (int i = 0; i < header.length; i += 2) {
                exchange.getResponseHeaders().add(header[i], header[i + 1]);
            }
            exchange.sendResponseHeaders(status, -1);
        };
    }

    /** Answers all that comes so. */
    void answer(HttpHandler another) {
        answer = another;
    }

    /** What came, in its order. */
    List<Message> messages() {
        return List.copyOf(messages);
    }

    /** Waits for so many, and gives them. */
    List<Message> await(int count) {
        return Awaitility.await().atMost(Duration.ofSeconds(20)).until(this::messages, came -> came.size() >= count);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            messages.add(new Message(Map.copyOf(exchange.getRequestHeaders()), body));
            answer.handle(exchange);
        }
    }

    /** What came. */
    record Message(Map<String, List<String>> headers, String body) {

        String id() {
            return headers.get("Webhook-id").getFirst();
        }

        String signatures() {
            return headers.get("Webhook-signature").getFirst();
        }

        JsonPath json() {
            return JsonPath.from(body);
        }

        /** Another text under the same signatures. */
        Message withBody(String another) {
            return new Message(headers, another);
        }

        /** Fails unless one of its signatures is by the private key of this public one. */
        void verifyWithKey(String publicKey) {
            String content = id() + "." + headers.get("Webhook-timestamp").getFirst() + "." + body;
            byte[] key = Base64.getDecoder().decode(publicKey.substring("whpk_".length()));
            boolean good = Stream.of(signatures().split(" "))
                    .filter(signature -> signature.startsWith("v1a,"))
                    .map(signature -> Base64.getDecoder().decode(signature.substring("v1a,".length())))
                    .anyMatch(signature -> isBy(key, signature, content));
            if (!good) {
                throw new AssertionError("No signature is by this key");
            }
        }

        private static boolean isBy(byte[] key, byte[] signature, String content) {
            try {
                // What X.509 says before the 32 bytes of the key (RFC 8410).
                byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
                byte[] encoded = Arrays.copyOf(prefix, prefix.length + key.length);
                System.arraycopy(key, 0, encoded, prefix.length, key.length);
                Signature verifier = Signature.getInstance("Ed25519");
                verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
                verifier.update(content.getBytes(StandardCharsets.UTF_8));
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                return false;
            }
        }

        /** Fails unless it is signed with this secret, as the public library of the specification sees it. */
        void verify(String secret) {
            Map<String, List<String>> small = new HashMap<>();
            headers.forEach((name, values) -> small.put(name.toLowerCase(Locale.ROOT), values));
            try {
                new com.standardwebhooks.Webhook(secret).verify(body, small);
            } catch (EmptyWebhookSecretException | WebhookVerificationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
