package helpdesk.gateway.account;

import java.util.List;

/**
 * Somebody as another issuer tells of them.
 *
 * @param subject which the issuer gives to nobody else
 * @param username as they are called there; may be null
 * @param name may be null
 * @param email may be null
 * @param roles here, at least one
 */
public record ExternalPerson(
        String issuer, String subject, String username, String name, String email, List<String> roles) {}
