package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How messages are signed, by the names of Standard Webhooks. */
enum SignatureScheme {
    /** HMAC-SHA-256 with a secret that both sides know. */
    @JsonProperty("v1")
    V1,
    /** Ed25519 (RFC 8032): the other side knows a public key, and can sign nothing itself. */
    @JsonProperty("v1a")
    V1A
}
