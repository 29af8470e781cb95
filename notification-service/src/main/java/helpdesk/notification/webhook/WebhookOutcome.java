package helpdesk.notification.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How an attempt to deliver ended. */
enum WebhookOutcome {
    /** The other system took it: a status of 2xx. */
    @JsonProperty("accepted")
    ACCEPTED,

    /** Any other status; redirects are not followed. */
    @JsonProperty("refused")
    REFUSED,

    /** It is gone for good: 410. */
    @JsonProperty("gone")
    GONE,

    /** No answer in time. */
    @JsonProperty("timed_out")
    TIMED_OUT,

    /** The name of the host cannot be resolved. */
    @JsonProperty("name_unknown")
    NAME_UNKNOWN,

    /** The name leads to an address that nothing is sent to. */
    @JsonProperty("address_refused")
    ADDRESS_REFUSED,

    /** The certificate is not right. */
    @JsonProperty("tls_failed")
    TLS_FAILED,

    /** Anything else between here and there. */
    @JsonProperty("connection_failed")
    CONNECTION_FAILED;
}
