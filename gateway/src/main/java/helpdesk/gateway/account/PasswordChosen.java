package helpdesk.gateway.account;

/**
 * Somebody chose a password by a link, which only those have whom it was given to.
 *
 * @param username of the account
 * @param address from which the link was used
 */
public record PasswordChosen(String username, String address) {}
