package helpdesk.notification.mailbox;

/**
 * Where a mail was found on a server.
 *
 * @param mailbox server, account and folder
 * @param uidValidity of the folder: when it changes, the numbers in it mean other mails
 * @param uid the mail's number there
 */
record MailPlace(String mailbox, long uidValidity, long uid) {}
