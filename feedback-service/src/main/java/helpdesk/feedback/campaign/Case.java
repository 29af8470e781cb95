package helpdesk.feedback.campaign;

/**
 * What a customer may be asked about; anything may be null.
 *
 * @param type of the ticket
 */
public record Case(String channel, String type, String category, String group, String language) {}
