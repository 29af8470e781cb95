package helpdesk.ticket.channel;

/**
 * What became of a message.
 *
 * @param again whether it had come before
 */
record ReceivedMessage(ReceivedMessageView view, boolean again) {}
