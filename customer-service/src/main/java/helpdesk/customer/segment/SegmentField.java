package helpdesk.customer.segment;

import helpdesk.platform.field.CustomField;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a condition on customers can be about. */
enum SegmentField {
    /** The first language: {@code pt} means {@code pt-BR} too (RFC 4647, basic filtering). */
    LANGUAGE("language", false),
    TIME_ZONE("timeZone", false),
    ORGANIZATION("organization", false),
    ACCOUNT_MANAGER("accountManager", false),
    EMAIL_DOMAIN("emailDomain", false),
    DO_NOT_CONTACT("doNotContact", false),
    BIRTHDAY("birthday", false),
    /** What is subscribed to, and still good. */
    SUBSCRIPTION("subscription", false),
    /** In years. */
    AGE("age", true),
    /** Since the profile was made. */
    CUSTOMER_DAYS("customerDays", true),
    /** Since the customer was in touch last; there is none before. */
    DAYS_SINCE_CONTACT("daysSinceContact", true),
    OPEN_TICKETS("openTickets", true),
    /** Within a year. */
    TICKETS("tickets", true),
    /** Within a year. */
    VISITS("visits", true),
    /** How many subscriptions are good. */
    SUBSCRIPTIONS("subscriptions", true),
    REDEEMED_COUPONS("redeemedCoupons", true);

    /** Before the key of a custom field, which may hold a text or a number. */
    static final String CUSTOM_FIELD = "customFields.";

    /** Before a currency: what the subscriptions that are good are worth in it. */
    static final String SUBSCRIPTION_VALUE = "subscriptionValue.";

    private final String wireName;
    private final boolean number;

    SegmentField(String wireName, boolean number) {
        this.wireName = wireName;
        this.number = number;
    }

    static Optional<SegmentField> named(String name) {
        return Arrays.stream(values())
                .filter(field -> field.wireName.equals(name))
                .findFirst();
    }

    String wireName() {
        return wireName;
    }

    /** Whether there is such a field that has texts. */
    static boolean isText(String name) {
        return named(name).map(field -> !field.number).orElseGet(() -> isCustom(name));
    }

    /** Whether there is such a field that has numbers. */
    static boolean isNumber(String name) {
        return named(name)
                .map(field -> field.number)
                .orElseGet(() -> isCustom(name)
                        || name.startsWith(SUBSCRIPTION_VALUE)
                                && name.substring(SUBSCRIPTION_VALUE.length()).matches("[A-Z]{3}"));
    }

    /** The names of those that have texts, or numbers. */
    static String names(boolean numbers) {
        List<String> more = numbers ? List.of("subscriptionValue. and a currency") : List.of();
        return Stream.concat(
                                Arrays.stream(values())
                                        .filter(field -> field.number == numbers)
                                        .map(field -> field.wireName),
                                more.stream())
                        .collect(Collectors.joining(", "))
                + ", or customFields. and a key";
    }

    /** Whether a value is what a condition wants. */
    static boolean matches(String field, String wanted, String actual) {
        if (LANGUAGE.wireName.equals(field)) {
            String range = wanted.toLowerCase(Locale.ROOT);
            String tag = actual.toLowerCase(Locale.ROOT);
            return tag.equals(range) || tag.startsWith(range + "-");
        }
        return actual.equalsIgnoreCase(wanted);
    }

    private static boolean isCustom(String name) {
        return name.startsWith(CUSTOM_FIELD)
                && name.substring(CUSTOM_FIELD.length()).matches(CustomField.NAME);
    }
}
