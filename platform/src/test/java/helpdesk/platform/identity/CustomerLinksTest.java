package helpdesk.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import helpdesk.testing.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CustomerLinksTest {

    private final MovableClock clock = new MovableClock();
    private final CustomerLinks links = new CustomerLinks(new SharedSecret("0123456789abcdef0123456789abcdef"), clock);
    private final Instant tomorrow = clock.instant().plus(Duration.ofDays(1));

    @Property
    void a_token_opens_what_it_was_made_for(@ForAll long high, @ForAll long low) {
        UUID object = new UUID(high, low);
        String token = links.issue("request", object, tomorrow);
        assertThat(links.open("request", token)).isEqualTo(object);
        assertThat(token).hasSize(54).matches("[A-Za-z0-9_-]+");
    }

    @Property
    void a_token_with_any_other_character_opens_nothing(
            @ForAll @IntRange(max = 53) int place,
            @ForAll @CharRange(from = 'A', to = 'Z') @CharRange(from = 'a', to = 'z') @CharRange(from = '0', to = '9')
                    char other) {
        String token = links.issue("request", new UUID(1, 2), tomorrow);
        if (token.charAt(place) != other) {
            assertUnknown("request", token.substring(0, place) + other + token.substring(place + 1));
        }
    }

    @Test
    void a_token_opens_nothing_in_another_scope() {
        assertUnknown("survey", links.issue("request", UUID.randomUUID(), tomorrow));
    }

    @Test
    void a_token_of_another_installation_opens_nothing() {
        CustomerLinks others = new CustomerLinks(new SharedSecret("another-secret-another-secret-another"), clock);
        assertUnknown("request", others.issue("request", UUID.randomUUID(), tomorrow));
    }

    @Test
    void what_is_no_token_opens_nothing() {
        String token = links.issue("request", UUID.randomUUID(), tomorrow);
        for (String bad :
                new String[] {"", "a", token + "A", token.substring(1), token + "=", " " + token, "ä".repeat(54)}) {
            assertUnknown("request", bad);
        }
    }

    @Test
    void a_token_opens_until_it_expires() {
        String token = links.issue("request", UUID.randomUUID(), tomorrow);
        clock.move(Duration.ofDays(1).minusSeconds(5));
        links.open("request", token);
        clock.move(Duration.ofSeconds(10));
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> links.open("request", token))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(PlatformProblem.LINK_EXPIRED));
    }

    private void assertUnknown(String scope, String token) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> links.open(scope, token))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(PlatformProblem.NOT_FOUND));
    }
}
