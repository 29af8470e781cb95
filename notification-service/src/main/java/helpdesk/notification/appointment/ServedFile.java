package helpdesk.notification.appointment;

/** A file as it is answered. */
public record ServedFile(String mediaType, byte[] content) {}
