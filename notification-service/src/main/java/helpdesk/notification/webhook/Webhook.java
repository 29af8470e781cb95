package helpdesk.notification.webhook;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An address of another system that is told of events, and the secret that its messages are signed with. */
@Entity
class Webhook extends Aggregate {

    private String url;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> events;

    private String description;
    private boolean enabled;

    @Enumerated(EnumType.STRING)
    private DisabledBecause disabledBecause;

    private String secret;
    private String formerSecret;
    private Instant formerSecretUntil;

    private Instant listeningSince;
    private long writableSince;

    /** Written by {@link DeliveryRepository}. */
    @Column(insertable = false, updatable = false)
    private Instant failingSince;

    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Webhook() {}

    Webhook(UUID id, WebhookBody body, Instant now) {
        super(id);
        secret = WebhookSecret.create(body.signature()).text();
        createdAt = now;
        listeningSince = now;
        write(body, now);
        writableSince = 0;
    }

    /** Tells that it is there. */
    WebhookEvent.Created created() {
        return new WebhookEvent.Created(id(), enabled, createdAt);
    }

    /** Replaces what can be written, except how messages are signed. */
    WebhookEvent.Changed write(WebhookBody body, Instant now) {
        url = body.url();
        events = List.copyOf(body.events());
        description = body.description();
        if (body.enabled()) {
            failingSince = enabled ? failingSince : null;
            listeningSince = enabled ? listeningSince : now;
            disabledBecause = null;
        } else if (disabledBecause == null) {
            disabledBecause = DisabledBecause.BY_HAND;
        }
        enabled = body.enabled();
        return changed(now);
    }

    /** Nothing more is sent there until somebody enables it again. */
    WebhookEvent.Changed disable(DisabledBecause reason, Instant now) {
        enabled = false;
        disabledBecause = reason;
        return changed(now);
    }

    /** Whether messages are signed with two secrets. */
    boolean isRotating(Instant now) {
        return formerSecretUntil != null && now.isBefore(formerSecretUntil);
    }

    /** Signs with another secret, and until then with the present one too. */
    void rotate(WebhookSecret another, Instant until, Instant now) {
        formerSecret = secret;
        formerSecretUntil = until;
        secret = another.text();
        writableSince = version() + 1;
        updatedAt = now;
    }

    /** Tells that it is removed. */
    WebhookEvent.Deleted deleted(Instant now) {
        enabled = false;
        disabledBecause = DisabledBecause.BY_HAND;
        updatedAt = now;
        return new WebhookEvent.Deleted(id(), now);
    }

    /** What can be written, as it is. */
    WebhookBody writable() {
        return new WebhookBody(url, events, description, enabled, secret().scheme());
    }

    boolean isEnabled() {
        return enabled;
    }

    DisabledBecause disabledBecause() {
        return disabledBecause;
    }

    WebhookSecret secret() {
        return new WebhookSecret(secret);
    }

    Instant formerSecretUntil() {
        return formerSecretUntil;
    }

    Instant failingSince() {
        return failingSince;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }

    /** The version that last changed what callers can write. */
    long writableSince() {
        return writableSince;
    }

    private WebhookEvent.Changed changed(Instant now) {
        writableSince = version() + 1;
        updatedAt = now;
        return new WebhookEvent.Changed(id(), enabled, disabledBecause, now);
    }
}
