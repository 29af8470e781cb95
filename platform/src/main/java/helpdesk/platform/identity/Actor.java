package helpdesk.platform.identity;

import java.util.Locale;

/**
 * Who did something, as events and histories tell it: {@code account:<id>}, {@code apikey:<id>}, {@code customer:<id>} or
 * {@code system:<rule>}.
 */
public record Actor(Kind kind, String id) {

    /** What kind of party acts. */
    public enum Kind {
        ACCOUNT,
        APIKEY,
        CUSTOMER,
        SYSTEM
    }

    public static Actor account(String id) {
        return new Actor(Kind.ACCOUNT, id);
    }

    public static Actor apiKey(String id) {
        return new Actor(Kind.APIKEY, id);
    }

    /** A customer, by customer id, or by the object the customer's link opens while the customer is not yet identified. */
    public static Actor customer(String id) {
        return new Actor(Kind.CUSTOMER, id);
    }

    /** A rule, job or consumer of the product itself. */
    public static Actor system(String rule) {
        return new Actor(Kind.SYSTEM, rule);
    }

    /** Reads what {@link #toString()} wrote. */
    public static Actor parse(String text) {
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw new IllegalArgumentException("An actor is written as kind:id, not as " + text);
        }
        return new Actor(Kind.valueOf(text.substring(0, colon).toUpperCase(Locale.ROOT)), text.substring(colon + 1));
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT) + ":" + id;
    }
}
