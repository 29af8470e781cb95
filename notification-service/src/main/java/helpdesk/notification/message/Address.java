package helpdesk.notification.message;

import helpdesk.notification.customers.Contact;
import helpdesk.platform.contact.EmailAddresses;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Where a message goes. */
record Address(MessageChannel channel, String recipient) {

    /**
     * The best way to reach somebody that they do not refuse: as they prefer, else mail, else a text message, else inside the
     * product, where who looks at the customer or the ticket finds it. When they refuse all there are, the best of those. Where
     * nothing arrives is no way.
     *
     * @param profile what else is known of the customer
     * @param preferred by which of the channels, first of all
     * @param inside the id to address it to when no way out is known
     * @param refused which ways they do not want it by
     * @param dead where nothing arrives
     */
    static Address of(
            Contact given,
            Contact profile,
            Predicate<MessageChannel> preferred,
            UUID inside,
            Predicate<Address> refused,
            Predicate<Address> dead) {
        List<Address> ways = Stream.of(
                        Optional.ofNullable(given.email()).map(Address::email),
                        Optional.ofNullable(given.phone()).map(Address::sms),
                        Optional.ofNullable(profile.email()).map(Address::email),
                        Optional.ofNullable(profile.phone()).map(Address::sms))
                .flatMap(Optional::stream)
                .filter(dead.negate())
                .sorted(Comparator.comparing(way -> !preferred.test(way.channel())))
                .toList();
        return ways.stream()
                .filter(refused.negate())
                .findFirst()
                .or(() -> ways.stream().findFirst())
                .orElseGet(() -> new Address(MessageChannel.IN_APP, inside.toString()));
    }

    private static Address email(String address) {
        return new Address(MessageChannel.EMAIL, EmailAddresses.normalize(address));
    }

    private static Address sms(String number) {
        return new Address(MessageChannel.SMS, number);
    }
}
