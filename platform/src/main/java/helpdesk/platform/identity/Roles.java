package helpdesk.platform.identity;

/** The roles a principal can have. Constants, because annotations need them. */
public final class Roles {

    /** Owns the installation: accounts, keys, settings, and everything a supervisor may. */
    public static final String ADMIN = "admin";

    /** Leads agents: surveys, approvals, reports, and everything an agent may. */
    public static final String SUPERVISOR = "supervisor";

    /** Works on tickets. */
    public static final String AGENT = "agent";

    /** A program with an API key. */
    public static final String INTEGRATION = "integration";

    /** A customer who signed in. */
    public static final String CUSTOMER = "customer";

    private Roles() {}
}
