package helpdesk.ticket.attachment;

/**
 * A file that has come, and was found good.
 *
 * @param content where it lies until it is stored
 * @param size in bytes
 */
record ReceivedFile(String name, String mediaType, java.nio.file.Path content, long size, String sha256) {}
