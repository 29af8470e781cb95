package helpdesk.feedback.improvement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ToldPersonsTest {

    private static final UUID CUSTOMER = UUID.randomUUID();

    /** Seven persons, of whom some are known by everything and some by little, ask again and again. */
    @Property(tries = 500)
    void each_is_told_once_however_often_they_ask(@ForAll @Size(max = 40) List<@IntRange(max = 6) Integer> asking) {
        ToldPersons told = new ToldPersons(List.of());
        Map<Integer, Integer> times = new HashMap<>();
        for (int who : asking) {
            Person person = person(who);
            if (!told.includes(person)) {
                told.add(person);
                times.merge(who, 1, Integer::sum);
            }
        }
        assertThat(times.keySet())
                .containsExactlyInAnyOrderElementsOf(asking.stream().distinct().toList());
        assertThat(times.values()).allMatch(count -> count == 1);
    }

    @Example
    void a_mailbox_is_written_to_once_whoever_it_is_known_of() {
        ToldPersons told = new ToldPersons(List.of(new Person(CUSTOMER, "a@example.com", null)));
        assertThat(told.includes(new Person(null, "a@example.com", null))).isTrue();
        assertThat(told.includes(new Person(CUSTOMER, null, null))).isTrue();
        assertThat(told.includes(new Person(null, "b@example.com", null))).isFalse();
    }

    @Example
    void a_phone_that_a_family_shares_does_not_make_them_one() {
        Person mother = new Person(CUSTOMER, "a@example.com", "+4930901820");
        Person son = new Person(UUID.randomUUID(), "b@example.com", "+4930901820");
        assertThat(new ToldPersons(List.of(mother)).includes(son)).isFalse();
        assertThat(new ToldPersons(List.of(mother)).includes(new Person(null, null, "+4930901820")))
                .isTrue();
    }

    private static Person person(int who) {
        String email = who % 3 == 2 ? null : who + "@example.com";
        UUID customer = who % 3 == 1 ? null : new UUID(0, who);
        return new Person(customer, email, email == null && customer == null ? "+49309018" + who : null);
    }
}
