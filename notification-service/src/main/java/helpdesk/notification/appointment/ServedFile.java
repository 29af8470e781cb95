package helpdesk.notification.appointment;

/** A file as it is answered. */
record ServedFile(String mediaType, byte[] content) {}
