package helpdesk.platform.erasure;

/** A request that is being carried out, and the event it came with. */
record ErasureTask(ErasureRequest request, String eventId, String correlationId, String traceParent, int failures) {}
