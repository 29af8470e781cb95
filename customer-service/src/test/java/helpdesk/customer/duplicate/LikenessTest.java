package helpdesk.customer.duplicate;

import static helpdesk.customer.duplicate.DuplicateReason.SAME_BIRTHDAY;
import static helpdesk.customer.duplicate.DuplicateReason.SAME_HANDLE;
import static helpdesk.customer.duplicate.DuplicateReason.SIMILAR_EMAIL;
import static helpdesk.customer.duplicate.DuplicateReason.SIMILAR_NAME;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.profile.Customer;
import helpdesk.customer.profile.CustomerDetails;
import helpdesk.customer.profile.Handle;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What speaks for two profiles being of one person, and what against it. */
class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        "Anna Rossi, anna.rossi@example.org, Rossi Anna, annarossi@example.com, true",
        "Jürgen Groß, juergen@example.org, Jurgen Groß, j.gross@example.com, false",
        "José Núñez, jose.nunez@example.org, Jose Nunez, jose-nunez77@example.com, true",
        "Jon Smith, jon.smith@example.org, John Smith, jon_smith@example.net, true",
        "Айгерим Сейтова, aigerim@example.org, Айгерим Сейтова, aigerim.1@example.com, true",
        "Anna Rossi, info@example.org, Anna Rossi, info@example.com, false",
        "Anna Rossi, anna.rossi@example.org, Paul Miller, anna.rossi@example.com, false",
        "Anna Rossi, anna.rossi@example.org, Anna Rossi, a.r@example.com, false"
    })
    void names_and_addresses_together_tell(
            String name, String mail, String otherName, String otherMail, boolean alike) {
        Set<DuplicateReason> reasons = profile(name, mail).comparedWith(profile(otherName, otherMail));
        if (alike) {
            assertThat(reasons).containsExactly(SIMILAR_NAME, SIMILAR_EMAIL);
        } else {
            assertThat(reasons).isEmpty();
        }
    }

    @Test
    void another_birthday_speaks_against_all() {
        Likeness one = profile("Anna Rossi", "anna.rossi@example.org");
        Likeness same = new Likeness(UUID.randomUUID(), one.name(), one.mails(), Set.of("annarossi"), null);
        assertThat(one.comparedWith(same)).containsExactly(SIMILAR_NAME, SIMILAR_EMAIL);
        Likeness born = born(one, "1980-01-01");
        assertThat(born.comparedWith(born(same, "1980-01-01")))
                .containsExactly(SIMILAR_NAME, SIMILAR_EMAIL, SAME_BIRTHDAY);
        assertThat(born.comparedWith(born(same, "1980-01-02"))).isEmpty();
    }

    @Test
    void handles_tell_and_keys_are_few() {
        Likeness one = Likeness.of(customer("Anna Rossi", "x@example.org", new Handle("x", "anna_rossi")));
        Likeness other = Likeness.of(customer("Anna Rossi", "y@example.org", new Handle("facebook", "Anna_Rossi")));
        assertThat(one.comparedWith(other)).containsExactly(SIMILAR_NAME, SAME_HANDLE);
        assertThat(one.keys()).containsExactly("handle anna_rossi", "name anna rossi");
        assertThat(profile("Prince", "office@example.org").keys()).isEmpty();
    }

    @Test
    void signs_that_become_many_make_no_key_too_long() {
        assertThat(profile("\uFDFA".repeat(100) + " " + "\uFDFA".repeat(99), "x@example.org")
                        .keys())
                .allSatisfy(key -> assertThat(key.length()).isLessThanOrEqualTo(400));
    }

    private static Likeness born(Likeness who, String day) {
        return new Likeness(who.customerId(), who.name(), who.mails(), who.handles(), LocalDate.parse(day));
    }

    private static Likeness profile(String name, String mail) {
        return Likeness.of(customer(name, mail));
    }

    private static Customer customer(String name, String mail, Handle... handles) {
        return new Customer(
                UUID.randomUUID(),
                CustomerDetails.ofContact(name, null, List.of(mail), List.of(), List.of(handles), List.of()),
                Instant.EPOCH);
    }
}
