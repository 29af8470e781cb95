package helpdesk.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.persistence.Ids;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerTest {

    private static final Instant THEN = Instant.parse("2026-10-05T09:12:04Z");
    private static final Instant NOW = THEN.plusSeconds(60);

    @Test
    void each_identity_is_kept_once_in_the_order_it_was_given() {
        Customer customer = customer(List.of("b@x.org", "A@x.org", "B@X.org", "c@x.org"));
        assertThat(customer.details().emails()).containsExactly("b@x.org", "a@x.org", "c@x.org");
    }

    @Test
    void a_change_to_the_same_is_none() {
        Customer customer = customer(List.of("a@x.org"));
        assertThat(customer.change(details(List.of("A@x.org")), NOW)).isEmpty();
        assertThat(customer.updatedAt()).isEqualTo(THEN);
    }

    @Test
    void another_order_of_addresses_is_a_change() {
        Customer customer = customer(List.of("a@x.org", "b@x.org"));
        assertThat(customer.change(details(List.of("b@x.org", "a@x.org")), NOW)).isPresent();
        assertThat(customer.details().emails()).containsExactly("b@x.org", "a@x.org");
        assertThat(customer.updatedAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_learnt_comes_behind_what_is_known() {
        Customer customer = customer(List.of("a@x.org"));
        CustomerEvent.Changed changed = customer.learn(
                        List.of(
                                Identity.email("b@x.org").orElseThrow(),
                                Identity.phone("+4930901820").orElseThrow()),
                        NOW)
                .orElseThrow();
        assertThat(changed.profile().emails()).containsExactly("a@x.org", "b@x.org");
        assertThat(changed.profile().phones()).containsExactly("+4930901820");
        assertThat(changed.changedAt()).isEqualTo(NOW);
    }

    @Test
    void what_is_known_is_not_learnt_again() {
        Customer customer = customer(List.of("a@x.org"));
        assertThat(customer.learn(List.of(Identity.email("A@x.org").orElseThrow()), NOW))
                .isEmpty();
        assertThat(customer.learn(List.of(), NOW)).isEmpty();
    }

    @Test
    void nothing_is_learnt_beyond_twenty_of_a_kind() {
        Customer customer = customer(
                IntStream.range(0, 20).mapToObj(i -> "a" + i + "@x.org").toList());
        assertThat(customer.learn(List.of(Identity.email("b@x.org").orElseThrow()), NOW))
                .isEmpty();
        assertThat(customer.details().emails()).hasSize(20);
    }

    @Test
    void an_identification_tells_what_to_call_the_customer() {
        Customer customer = customer(List.of());
        UUID ticket = Ids.next();
        CustomerEvent.Identified event = customer.identify(ticket, IdentifiedBy.CREATED, NOW);
        assertThat(event)
                .isEqualTo(new CustomerEvent.Identified(
                        customer.id(), ticket, IdentifiedBy.CREATED, "Amara Okafor", "Amara", NOW));
        assertThat(customer.updatedAt()).as("the profile is as it was").isEqualTo(THEN);
    }

    private static Customer customer(List<String> emails) {
        return new Customer(Ids.next(), details(emails), THEN);
    }

    private static CustomerDetails details(List<String> emails) {
        return CustomerDetails.ofContact("Amara Okafor", "Amara", emails, null, null, List.of("en"));
    }
}
