package helpdesk.notification.customers;

/**
 * How somebody is called and reached, as far as it is known: each part may be null.
 *
 * @param phone in E.164
 */
public record Contact(String name, String preferredName, String email, String phone) {

    /** Nothing is known. */
    public static final Contact UNKNOWN = new Contact(null, null, null, null);
}
