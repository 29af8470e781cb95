package helpdesk.customer.privacy;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The receipts of all services, the latest of each. */
record Receipts(List<Receipt> items) {

    static final Receipts NONE = new Receipts(List.of());

    /** Everybody who holds something on people. */
    static final SortedSet<String> SERVICES = new TreeSet<>(
            List.of("customer-service", "feedback-service", "gateway", "notification-service", "ticket-service"));

    /** With one more. Counts of former rounds are added: what was erased then is erased. An older one is passed over. */
    Receipts with(Receipt fresh) {
        Receipt former = items.stream()
                .filter(receipt -> receipt.service().equals(fresh.service()))
                .findFirst()
                .orElse(null);
        if (former != null && former.round() >= fresh.round()) {
            return this;
        }
        Receipt added = former == null ? fresh : sum(former, fresh);
        return new Receipts(Stream.concat(items.stream().filter(receipt -> receipt != former), Stream.of(added))
                .sorted((one, other) -> one.service().compareTo(other.service()))
                .toList());
    }

    /** Who has not answered the round. */
    List<String> missing(int round) {
        return SERVICES.stream()
                .filter(service -> items.stream()
                        .noneMatch(receipt -> receipt.service().equals(service) && receipt.round() >= round))
                .toList();
    }

    private static Receipt sum(Receipt former, Receipt fresh) {
        TreeMap<String, Long> all = new TreeMap<>(former.erased());
        fresh.erased().forEach((what, count) -> all.merge(what, count, Long::sum));
        return new Receipt(fresh.service(), fresh.round(), fresh.erasedAt(), all);
    }
}
