package helpdesk.ticket.request;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What the sender of the public form gets.
 *
 * @param link where the request can be read and answered; whoever has it can do so
 */
@Schema(name = "OpenedRequest")
public record OpenedRequest(String number, String link) {}
