package helpdesk.testing;

/**
 * A token that must not be believed.
 *
 * @param what is wrong with it
 */
public record Forgery(String what, String token) {

    /** As tests are called. */
    @Override
    public String toString() {
        return what;
    }
}
