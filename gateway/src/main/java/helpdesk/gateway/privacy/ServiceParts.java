package helpdesk.gateway.privacy;

import helpdesk.gateway.proxy.ProxySettings;
import helpdesk.gateway.proxy.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Fetches what services hold on a person, in the name of whoever asks. */
@ApplicationScoped
class ServiceParts {

    private static final int OK = 200;
    private static final String ZIP = "application/zip";

    private final HttpClient http;
    private final Duration responseTimeout;
    private final Duration patience;

    ServiceParts(ProxySettings proxy, PrivacySettings settings) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(proxy.connectTimeout())
                .build();
        this.responseTimeout = proxy.responseTimeout();
        this.patience = settings.patience();
    }

    /**
     * Writes the service's whole archive into the file.
     *
     * @throws IOException when not all of it came, whatever the reason
     */
    void fetch(Upstream service, UUID person, Caller caller, TemporaryFile file) throws IOException {
        URI address =
                service.address().resolve("/api/v1/services/%s/personal-data/%s".formatted(service.name(), person));
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(responseTimeout)
                .header("Authorization", caller.authorization())
                .header("X-Request-Id", caller.requestId())
                .build();
        CompletableFuture<HttpResponse<Void>> answer = http.sendAsync(
                request,
                head -> isArchive(head)
                        ? BodySubscribers.ofByteArrayConsumer(piece -> piece.ifPresent(bytes -> write(bytes, file)))
                        : BodySubscribers.replacing(null));
        HttpResponse<Void> complete = await(answer);
        if (complete.statusCode() != OK) {
            throw new IOException("It answered " + complete.statusCode());
        }
        if (file.size() == 0) {
            throw new IOException("It answered with something else than an archive");
        }
    }

    private HttpResponse<Void> await(CompletableFuture<HttpResponse<Void>> answer) throws IOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (TimeoutException e) {
            throw new IOException("It took too long", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The gateway stops", e);
        } finally {
            answer.cancel(true);
        }
    }

    private static IOException cause(ExecutionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TemporaryFile.TooLargeException tooLarge) {
                return tooLarge;
            }
        }
        return new IOException(failure.getCause());
    }

    private static boolean isArchive(HttpResponse.ResponseInfo head) {
        return head.statusCode() == OK
                && head.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith(ZIP))
                        .isPresent();
    }

    private static void write(byte[] bytes, TemporaryFile file) {
        try {
            file.write(ByteBuffer.wrap(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
