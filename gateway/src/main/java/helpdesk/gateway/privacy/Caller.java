package helpdesk.gateway.privacy;

/**
 * In whose name services are asked.
 *
 * @param authorization the header
 */
record Caller(String authorization, String requestId) {}
