package helpdesk.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import helpdesk.platform.identity.Secrets;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CursorsTest {

    private final Cursors cursors = new Cursors(Secrets.ofTest(), new ObjectMapper());

    @Property
    void a_cursor_holds_what_was_put_in(@ForAll @Size(min = 1, max = 5) List<@CharRange(to = '\uD7FF') String> values) {
        assertThat(cursors.open(cursors.seal(values, "list"), "list")).isEqualTo(values);
    }

    @Property
    void a_cursor_with_any_other_character_is_refused(
            @ForAll int place, @ForAll @CharRange(from = '0', to = '9') @CharRange(from = 'a', to = 'z') char other) {
        String cursor = cursors.seal(List.of("2026-03-29", "7"), "list");
        int index = Math.floorMod(place, cursor.length());
        if (cursor.charAt(index) != other) {
            assertRefused(cursor.substring(0, index) + other + cursor.substring(index + 1), "list");
        }
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertRefused(cursors.seal(List.of("7"), "list?status=open"), "list?status=closed");
    }

    @Test
    void no_cursor_is_the_beginning() {
        assertThat(cursors.open(null, "list")).isEmpty();
        assertThat(cursors.open("", "list")).isEmpty();
    }

    private void assertRefused(String cursor, String list) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> cursors.open(cursor, list))
                .satisfies(problem -> assertThat(problem.type()).isEqualTo(PlatformProblem.INVALID_CURSOR));
    }
}
