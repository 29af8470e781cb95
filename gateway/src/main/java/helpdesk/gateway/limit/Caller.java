package helpdesk.gateway.limit;

/**
 * Who asks, by a token that is genuine.
 *
 * @param subject the id of the account or the key
 */
record Caller(Kind kind, String subject) {

    /** People and programs have limits of their own. */
    enum Kind {
        ACCOUNT,
        API_KEY
    }
}
