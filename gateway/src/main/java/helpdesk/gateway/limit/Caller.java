package helpdesk.gateway.limit;

/**
 * Who asks, by a token that is genuine.
 *
 * @param subject the id of the account or the key
 */
public record Caller(Kind kind, String subject) {

    /** People and programs have limits of their own. */
    public enum Kind {
        ACCOUNT,
        API_KEY
    }
}
