package helpdesk.notification.webhook;

import helpdesk.notification.retry.RetryAfter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.config.Http1Config;
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

    /** Endless ones would fill the memory. */
    private static final int LONGEST_LINE = 8 * 1024;

    private static final int MOST_HEADERS = 100;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue OLDEST_CONNECTION = TimeValue.ofMinutes(1);

    /** Connections are held down by how many attempts there are at once, and not here. */
    private static final int CONNECTIONS = 1_000;

    private final CloseableHttpClient encrypted;
    private final CloseableHttpClient plain;
    private final ScheduledThreadPoolExecutor ends;
    private final Duration timeout;
    private final Clock clock;

    WebhookClient(Destinations destinations, WebhookSettings settings, Clock clock) {
        this.clock = clock;
        timeout = settings.timeout();
        encrypted = client(destinations.resolver(true));
        plain = client(destinations.resolver(false));
        ends = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("webhook-ends").factory());
        ends.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        ends.shutdownNow();
        encrypted.close(CloseMode.IMMEDIATE);
        plain.close(CloseMode.IMMEDIATE);
    }

    private CloseableHttpClient client(DnsResolver names) {
        Timeout silence = Timeout.of(timeout);
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(LONGEST_LINE)
                                        .setMaxHeaderCount(MOST_HEADERS)
                                        .build())
                                .build())
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(silence)
                                .setTimeToLive(OLDEST_CONNECTION)
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
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
        HttpPost post = new HttpPost(URI.create(URI.create(url).toASCIIString()));
        boolean isPlain = "http".equalsIgnoreCase(post.getScheme());
        message.headers().forEach(post::setHeader);
        post.setEntity(new StringEntity(message.body(), ContentType.APPLICATION_JSON));
        ScheduledFuture<?> end = ends.schedule(post::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = (isPlain ? plain : encrypted).executeOpen(null, post, null)) {
            WebhookAnswer answer = of(response);
            readSome(response.getEntity(), post);
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
        return new WebhookAnswer(outcome, status, RetryAfter.of(response, clock.instant()));
    }

    /** The connection serves again when the whole answer was read; it is the status that counts. */
    private static void readSome(HttpEntity entity, HttpPost post) {
        if (entity == null) {
            return;
        }
        try (InputStream content = entity.getContent()) {
            if (content.readNBytes(MOST_READ).length == MOST_READ) {
                // Closed in the usual way, it would be read to its end.
                post.cancel();
            }
        } catch (IOException e) {
            // The other system has told how it went; the rest is nobody's concern.
        }
    }
}
