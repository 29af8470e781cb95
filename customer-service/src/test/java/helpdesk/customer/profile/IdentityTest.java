package helpdesk.customer.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {

    @Test
    void mail_addresses_are_compared_in_lower_case() {
        assertThat(Identity.email(" Amara.Okafor@Example.ORG "))
                .map(Identity::value)
                .contains("amara.okafor@example.org");
    }

    @Test
    void phone_numbers_are_compared_in_e164() {
        assertThat(Identity.phone("+44 (0)7700 900142")).map(Identity::value).contains("+447700900142");
    }

    @Test
    void handles_are_compared_within_their_network_and_shown_as_written() {
        Identity handle = Identity.handle(new Handle(" X ", " @Amara_O ")).orElseThrow();
        assertThat(handle.network()).isEqualTo("x");
        assertThat(handle.value()).isEqualTo("amara_o");
        assertThat(handle.written()).isEqualTo("Amara_O");
        assertThat(handle.isSameAs(Identity.handle(new Handle("x", "AMARA_O")).orElseThrow()))
                .isTrue();
        assertThat(handle.isSameAs(Identity.handle(new Handle("y", "Amara_O")).orElseThrow()))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "@", "@example.org", "amara"})
    void what_is_no_mail_address_identifies_nobody(String text) {
        assertThat(Identity.email(text)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "call me", "030 901820", "+49"})
    void what_is_no_phone_number_identifies_nobody(String text) {
        assertThat(Identity.phone(text)).isEmpty();
    }

    @Test
    void what_is_no_handle_identifies_nobody() {
        assertThat(Identity.handle(null)).isEmpty();
        assertThat(Identity.handle(new Handle(null, "amara"))).isEmpty();
        assertThat(Identity.handle(new Handle("x", null))).isEmpty();
        assertThat(Identity.handle(new Handle("x", " @ "))).isEmpty();
        assertThat(Identity.handle(new Handle(" ", "amara"))).isEmpty();
        assertThat(Identity.handle(new Handle("x", "a\u0000b"))).isEmpty();
        assertThat(Identity.handle(new Handle("x", "a".repeat(101)))).isEmpty();
    }

    @Property
    void case_blanks_and_a_leading_at_make_no_difference_to_a_handle(
            @ForAll @AlphaChars @StringLength(min = 1, max = 100) String handle) {
        Identity plain = Identity.handle(new Handle("x", handle)).orElseThrow();
        Identity dressed = Identity.handle(new Handle(" X", " @" + handle.toUpperCase(Locale.ROOT) + " "))
                .orElseThrow();
        assertThat(dressed.isSameAs(plain)).isTrue();
    }

    @Property
    void what_was_normalised_once_stays_as_it_is(@ForAll String network, @ForAll String text) {
        Optional<Identity> once = Identity.handle(new Handle(network, text));
        Optional<Identity> twice =
                once.flatMap(identity -> Identity.handle(new Handle(identity.network(), identity.written())));
        once.filter(identity -> !identity.written().startsWith("@"))
                .ifPresent(identity -> assertThat(twice).contains(identity));
    }
}
