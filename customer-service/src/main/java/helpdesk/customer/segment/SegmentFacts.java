package helpdesk.customer.segment;

import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.customer.profile.CustomerView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is known of a customer, as conditions ask for it.
 *
 * @param behaviour what they do, apart from what is counted by kind
 * @param counts how often each thing happened that a condition asks for
 */
record SegmentFacts(CustomerView customer, Behaviour behaviour, Map<Counted, Integer> counts, Instant now) {

    /** Something that is counted. */
    record Counted(String kind, int withinDays) {}

    /**
     * What a customer does.
     *
     * @param subscribed the names of subscriptions that are good
     * @param values what these are worth, by currency
     */
    record Behaviour(
            long openTickets,
            long tickets,
            long visits,
            long redeemedCoupons,
            List<String> subscribed,
            Map<String, BigDecimal> values) {

        static final Behaviour NONE = new Behaviour(0, 0, 0, 0, List.of(), Map.of());
    }

    /** The texts of a field; none where it has none. */
    List<String> texts(String field) {
        Optional<SegmentField> known = SegmentField.named(field);
        if (known.isEmpty()) {
            return custom(field).filter(value -> !value.isNumber()).map(JsonNode::asText).stream()
                    .toList();
        }
        return switch (known.get()) {
            case LANGUAGE -> customer.languages().stream().limit(1).toList();
            case TIME_ZONE -> one(customer.timeZone());
            case ORGANIZATION -> one(customer.organizationId());
            case ACCOUNT_MANAGER -> one(customer.accountManagerId());
            case EMAIL_DOMAIN ->
                customer.emails().stream()
                        .map(email -> email.substring(email.lastIndexOf('@') + 1))
                        .toList();
            case DO_NOT_CONTACT -> one(customer.doNotContact());
            case BIRTHDAY -> one(customer.birthday());
            case SUBSCRIPTION -> behaviour.subscribed();
            case AGE,
                    CUSTOMER_DAYS,
                    DAYS_SINCE_CONTACT,
                    OPEN_TICKETS,
                    TICKETS,
                    VISITS,
                    SUBSCRIPTIONS,
                    REDEEMED_COUPONS -> List.of();
        };
    }

    /** The number of a field; empty where there is none. */
    Optional<BigDecimal> number(String field) {
        Optional<SegmentField> known = SegmentField.named(field);
        if (known.isEmpty()) {
            return field.startsWith(SegmentField.SUBSCRIPTION_VALUE)
                    ? Optional.of(behaviour
                            .values()
                            .getOrDefault(field.substring(SegmentField.SUBSCRIPTION_VALUE.length()), BigDecimal.ZERO))
                    : custom(field).filter(JsonNode::isNumber).map(JsonNode::decimalValue);
        }
        return switch (known.get()) {
            case AGE ->
                Optional.ofNullable(customer.birthday())
                        .map(day -> BigDecimal.valueOf(
                                ChronoUnit.YEARS.between(day, LocalDate.ofInstant(now, ZoneOffset.UTC))));
            case CUSTOMER_DAYS -> days(customer.createdAt());
            case DAYS_SINCE_CONTACT -> days(customer.lastContactAt());
            case OPEN_TICKETS -> count(behaviour.openTickets());
            case TICKETS -> count(behaviour.tickets());
            case VISITS -> count(behaviour.visits());
            case SUBSCRIPTIONS -> count(behaviour.subscribed().size());
            case REDEEMED_COUPONS -> count(behaviour.redeemedCoupons());
            case LANGUAGE,
                    TIME_ZONE,
                    ORGANIZATION,
                    ACCOUNT_MANAGER,
                    EMAIL_DOMAIN,
                    DO_NOT_CONTACT,
                    BIRTHDAY,
                    SUBSCRIPTION -> Optional.empty();
        };
    }

    /** How often it happened, up to the most that is counted. */
    int times(Counted counted) {
        return counts.getOrDefault(counted, 0);
    }

    UUID customerId() {
        return customer.id();
    }

    private Optional<JsonNode> custom(String field) {
        return Optional.ofNullable(customer.customFields().get(field.substring(SegmentField.CUSTOM_FIELD.length())));
    }

    private Optional<BigDecimal> days(Instant since) {
        return Optional.ofNullable(since).map(time -> BigDecimal.valueOf(ChronoUnit.DAYS.between(time, now)));
    }

    private static Optional<BigDecimal> count(long number) {
        return Optional.of(BigDecimal.valueOf(number));
    }

    private static List<String> one(Object value) {
        return Stream.ofNullable(value).map(Object::toString).toList();
    }
}
