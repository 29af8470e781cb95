package helpdesk.notification.webhook;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends a message to a webhook: no redirects, no cookies, no second try of its own, and an end to everything. What the
 * other system answers beside the status is read no further than {@value #MOST_READ} bytes, and kept by nobody.
 */
@ApplicationScoped
class WebhookClient {

    /** A longer answer ends the connection. */
    private static final int MOST_READ = 64 * 1024;

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue OLDEST_CONNECTION = TimeValue.ofMinutes(1);

    /** Connections are held down by how many attempts there are at once, and not here. */
    private static final int CONNECTIONS = 1_000;

    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor ends;
    private final Duration timeout;
    private final Clock clock;

    WebhookClient(Destinations destinations, WebhookSettings settings, Clock clock) {
        this.clock = clock;
        timeout = settings.timeout();
        Timeout silence = Timeout.of(timeout);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(destinations)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(silence)
                                .setTimeToLive(OLDEST_CONNECTION)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(CONNECT)
                        .build())
                .setUserAgent("Helpdesk-Webhooks/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        ends = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("webhook-ends").factory());
        ends.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        ends.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Sends the message once. */
    WebhookAttempt send(String url, SignedMessage message) {
        Instant begin = clock.instant();
        long nanos = System.nanoTime();
        WebhookAnswer answer = answer(url, message);
        return new WebhookAttempt(
                begin, (int) Duration.ofNanos(System.nanoTime() - nanos).toMillis(), answer);
    }

    private WebhookAnswer answer(String url, SignedMessage message) {
        HttpPost post = new HttpPost(url);
        message.headers().forEach(post::setHeader);
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end = ends.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, post, null)) {
            WebhookAnswer answer = of(response);
            readSome(response.getEntity());
            return answer;
        } catch (Destinations.AddressRefused e) {
            return WebhookAnswer.without(WebhookOutcome.ADDRESS_REFUSED);
        } catch (UnknownHostException e) {
            return WebhookAnswer.without(WebhookOutcome.NAME_UNKNOWN);
        } catch (SSLException e) {
            return WebhookAnswer.without(post.isCancelled() ? WebhookOutcome.TIMED_OUT : WebhookOutcome.TLS_FAILED);
        } catch (InterruptedIOException e) {
            return WebhookAnswer.without(WebhookOutcome.TIMED_OUT);
        } catch (IOException | RuntimeException e) {
            return WebhookAnswer.without(
                    post.isCancelled() ? WebhookOutcome.TIMED_OUT : WebhookOutcome.CONNECTION_FAILED);
        } finally {
            end.cancel(false);
        }
    }

    private WebhookAnswer of(ClassicHttpResponse response) {
        int status = response.getCode();
        WebhookOutcome outcome = status / 100 == 2
                ? WebhookOutcome.ACCEPTED
                : status == HttpStatus.SC_GONE ? WebhookOutcome.GONE : WebhookOutcome.REFUSED;
        return new WebhookAnswer(outcome, status, retryAfter(response));
    }

    /** The connection serves again when the whole answer was read; it is the status that counts. */
    private static void readSome(HttpEntity entity) {
        if (entity == null) {
            return;
        }
        try (InputStream content = entity.getContent()) {
            content.readNBytes(MOST_READ);
        } catch (IOException e) {
            // The other system has told how it went; the rest is nobody's concern.
        }
    }

    private Optional<Duration> retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        if (header == null) {
            return Optional.empty();
        }
        String value = header.getValue().strip();
        if (value.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        }
        return Optional.ofNullable(DateUtils.parseStandardDate(value))
                .map(time -> Duration.between(clock.instant(), time))
                .filter(Duration::isPositive);
    }
}
