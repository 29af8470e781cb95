package helpdesk.platform.idempotency;

/** What makes two requests the same: who, which key, what it is sent to, and what it says. */
record IdempotentRequest(String principal, String key, String method, String path, String bodyHash) {}
