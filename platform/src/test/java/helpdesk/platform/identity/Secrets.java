package helpdesk.platform.identity;

/** The secret of tests, for classes of other packages. */
public final class Secrets {

    private Secrets() {}

    public static SharedSecret ofTest() {
        return new SharedSecret("0123456789abcdef0123456789abcdef");
    }
}
