package helpdesk.gateway.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2Test {

    /** Made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 256 -p 1 -l 32. */
    private static final String OF_THE_REFERENCE_IMPLEMENTATION =
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    @Test
    void a_hash_says_how_it_was_made() {
        assertThat(Argon2.hash("correct horse battery"))
                .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[^$]{22}\\$[^$]{43}");
    }

    @Test
    void only_the_right_password_fits() {
        String hash = Argon2.hash("correct horse battery");
        assertThat(Argon2.fits("correct horse battery", hash)).isTrue();
        assertThat(Argon2.fits("correct horse batterY", hash)).isFalse();
    }

    @Test
    void the_same_password_never_has_the_same_hash() {
        assertThat(Argon2.hash("correct horse battery")).isNotEqualTo(Argon2.hash("correct horse battery"));
    }

    @Test
    void hashes_of_the_reference_implementation_are_understood() {
        assertThat(Argon2.fits("password", OF_THE_REFERENCE_IMPLEMENTATION)).isTrue();
    }

    @Test
    void a_password_may_be_typed_composed_or_decomposed() {
        assertThat(Argon2.fits("u\u0308ber den Bergen", Argon2.hash("\u00fcber den Bergen")))
                .isTrue();
    }
}
