package helpdesk.platform.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways to reach a person, as people write them. */
class ContactTest {

    @ParameterizedTest
    @CsvSource({
        "+49 30 901820, +4930901820",
        "+49 (0)30 901820, +4930901820",
        "+1 (415) 555-2671, +14155552671",
        "+44 20 7946 0958, +442079460958",
        "+7 727 250 00 00, +77272500000",
        "'+49\u00a030\u2011901820', +4930901820"
    })
    void a_phone_number_is_kept_in_one_form(String written, String kept) {
        assertThat(PhoneNumbers.normalize(written)).hasValue(kept);
        assertThat(new Phone.Check().isValid(written, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "030 901820",
                "+49",
                "call me",
                "+999 1",
                "+49 30 9018201234567890123",
                "+49301234567890123",
                "901820"
            })
    void what_is_no_phone_number_is_refused(String written) {
        assertThat(PhoneNumbers.normalize(written)).isEmpty();
        assertThat(new Phone.Check().isValid(written, null)).isFalse();
    }

    @Test
    void a_phone_number_that_was_kept_stays_as_it_is() {
        assertThat(PhoneNumbers.normalize("+4930901820")).hasValue("+4930901820");
        assertThat(PhoneNumbers.normalize(null)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "amara@example.org",
                "Amara.O'Neill+help@mail.example.co.uk",
                "x@sub.example.museum",
                "müller@bücher.example",
                "a_b-c@123.example",
                " padded@example.org "
            })
    void a_mail_address_is_taken(String address) {
        assertThat(new EmailAddress.Check().isValid(address, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "amara",
                "@example.org",
                "amara@",
                "amara@localhost",
                "amara@@example.org",
                "a b@example.org",
                "amara@exa mple.org",
                "amara@-example.org",
                "amara@example-.org",
                ".amara@example.org",
                "amara.@example.org",
                "a..b@example.org",
                "amara@example..org",
                "amara@example.org\r\nBcc: all@example.org",
                "Amara <amara@example.org>",
                "amara@example.org,b@example.org"
            })
    void what_is_no_mail_address_is_refused(String address) {
        assertThat(new EmailAddress.Check().isValid(address, null)).isFalse();
    }

    @Test
    void a_mail_address_is_at_most_as_long_as_mail_servers_take() {
        String domain = ("d".repeat(60) + ".").repeat(3) + "example";
        assertThat(new EmailAddress.Check().isValid("a".repeat(62) + "@" + domain, null))
                .isTrue();
        assertThat(new EmailAddress.Check().isValid("a".repeat(65) + "@example.org", null))
                .isFalse();
        assertThat(new EmailAddress.Check().isValid("a".repeat(64) + "@" + "d.".repeat(100) + "example", null))
                .isFalse();
    }

    @Property
    void a_long_text_is_refused_quickly(@ForAll String text) {
        assertThatCode(() -> new EmailAddress.Check().isValid(text + "a.".repeat(120) + "@", null))
                .doesNotThrowAnyException();
    }

    @Test
    void mail_addresses_are_compared_without_case_and_blanks() {
        assertThat(EmailAddresses.normalize(" Amara@Example.ORG ")).isEqualTo("amara@example.org");
        assertThat(EmailAddresses.normalize("TITLE@EXAMPLE.ORG")).isEqualTo("title@example.org");
        assertThat(EmailAddresses.normalize(null)).isNull();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"en", "de-AT", "pt-BR", "zh-Hant-TW", "es-419", "kk", "sr-Latn", "EN-us"})
    void a_language_is_taken(String tag) {
        assertThat(new LanguageTag.Check().isValid(tag, null)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "e",
                "english language",
                "de_AT",
                "-",
                "und",
                "en--US",
                "de-AT-x-aaaaaaaa-bbbbbbbb-cccccccc-d"
            })
    void what_is_no_language_is_refused(String tag) {
        assertThat(new LanguageTag.Check().isValid(tag, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin,true",
        "Asia/Almaty,true",
        "UTC,true",
        "Europe/Atlantis,false",
        "+01:00,false",
        "'',false"
    })
    void a_time_zone_is_one_that_exists(String zone, boolean taken) {
        assertThat(new TimeZoneName.Check().isValid(zone, null)).isEqualTo(taken);
    }
}
