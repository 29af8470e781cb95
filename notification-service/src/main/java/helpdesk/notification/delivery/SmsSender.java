package helpdesk.notification.delivery;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import helpdesk.notification.message.ClaimedMessage;
import helpdesk.notification.retry.RetryAfter;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Sends text messages by a provider's HTTP API. The provider knows a message that comes again by its idempotency key. */
@ApplicationScoped
class SmsSender {

    private static final String USUAL_BODY = "{\"to\":\"{to}\",\"text\":\"{text}\",\"id\":\"{id}\"}";
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final TimeValue OLDEST_CONNECTION = TimeValue.ofMinutes(1);

    private final SmsSettings settings;
    private final Clock clock;
    private final String template;
    private final boolean json;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor ends;

    SmsSender(SmsSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        template = settings.body().orElse(USUAL_BODY).strip();
        json = template.startsWith("{") || template.startsWith("[");
        Timeout silence = Timeout.of(settings.timeout());
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(silence)
                                .setTimeToLive(OLDEST_CONNECTION)
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .setMaxConnTotal(SendingLoop.PLACES)
                        .setMaxConnPerRoute(SendingLoop.PLACES)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(silence)
                        .setConnectionRequestTimeout(CONNECT)
                        .build())
                .setUserAgent("Helpdesk/1")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        ends = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().daemon().name("sms-ends").factory());
        ends.setRemoveOnCancelPolicy(true);
    }

    @PreDestroy
    void close() {
        ends.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    /** Sends it once. */
    SendOutcome send(ClaimedMessage message) {
        HttpPost post = new HttpPost(settings.url().orElseThrow());
        settings.authorization().ifPresent(value -> post.setHeader(HttpHeaders.AUTHORIZATION, value));
        post.setHeader("Idempotency-Key", message.id().toString());
        post.setEntity(new StringEntity(
                body(message),
                (json ? ContentType.APPLICATION_JSON : ContentType.APPLICATION_FORM_URLENCODED)
                        .withCharset(StandardCharsets.UTF_8)));
        ScheduledFuture<?> end = ends.schedule(post::cancel, settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (ClassicHttpResponse response = client.executeOpen(null, post, null)) {
            // What it says beside the status is nobody's concern, and may be without end.
            post.cancel();
            return outcome(response.getCode(), RetryAfter.of(response, clock.instant()));
        } catch (IOException | RuntimeException e) {
            return new SendOutcome.NotNow(
                    post.isCancelled() ? "The provider did not answer in time." : "The provider cannot be reached.",
                    true);
        } finally {
            end.cancel(false);
        }
    }

    private static SendOutcome outcome(int status, Optional<Duration> retryAfter) {
        String said = "The provider answered " + status + ".";
        if (status / 100 == 2) {
            return new SendOutcome.Taken(said);
        }
        return status / 100 == 5 || status == HttpStatus.SC_TOO_MANY_REQUESTS || status == HttpStatus.SC_REQUEST_TIMEOUT
                ? new SendOutcome.NotNow(said, false, retryAfter)
                : new SendOutcome.Never(said, null);
    }

    /** The text stands for itself: a text message has no subject. */
    private String body(ClaimedMessage message) {
        UnaryOperator<String> written = json
                ? text -> new String(JsonStringEncoder.getInstance().quoteAsString(text))
                : text -> URLEncoder.encode(text, StandardCharsets.UTF_8);
        // The text last: what stands in it is nobody's placeholder.
        return template.replace("{to}", written.apply(message.recipient()))
                .replace("{id}", message.id().toString())
                .replace("{text}", written.apply(message.body().strip()));
    }
}
