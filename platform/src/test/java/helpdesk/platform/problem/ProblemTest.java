package helpdesk.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTest {

    @Test
    void it_can_tell_more_than_every_problem_does() {
        Problem problem = PlatformProblem.CONFLICT.problem("No.").member("allowed", List.of("open"));
        assertThat(problem.members()).containsExactly(Map.entry("allowed", List.of("open")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "title", "status", "detail", "instance", "code", "requestId", "errors"})
    void nothing_stands_in_the_place_of_what_every_problem_tells(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlatformProblem.NOT_FOUND.problem("No.").member(name, "anything"));
    }
}
