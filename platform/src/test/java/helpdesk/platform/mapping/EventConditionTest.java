package helpdesk.platform.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventConditionTest {

    private static final EventDocument EVENT = EventPathTest.event("""
            {"data": {"status": "firing", "count": 7, "muted": null, "names": ["Disk full", "Load"]}}""");

    @Test
    void in_holds_when_one_of_what_is_found_is_named() {
        assertThat(in("data.status", "resolved", "firing")).isTrue();
        assertThat(in("data.status", "Firing")).isFalse();
        assertThat(in("data.count", "7")).isTrue();
        assertThat(in("data.names[*]", "Load")).isTrue();
        assertThat(in("data.missing", "Load")).isFalse();
    }

    @Test
    void not_in_holds_when_none_is_named_or_there_is_nothing() {
        assertThat(notIn("data.status", "resolved")).isTrue();
        assertThat(notIn("data.status", "firing")).isFalse();
        assertThat(notIn("data.names[*]", "Load")).isFalse();
        assertThat(notIn("data.missing", "x")).isTrue();
    }

    @Test
    void contains_looks_for_words_in_capitals_or_not() {
        assertThat(new EventCondition("data.names[*]", null, null, List.of("DISK"), null).holds(EVENT))
                .isTrue();
        assertThat(new EventCondition("data.names[*]", null, null, List.of("cpu"), null).holds(EVENT))
                .isFalse();
    }

    @Test
    void present_holds_when_there_is_something_or_nothing() {
        assertThat(new EventCondition("data.status", null, null, null, true).holds(EVENT))
                .isTrue();
        assertThat(new EventCondition("data.status", null, null, null, false).holds(EVENT))
                .isFalse();
        assertThat(new EventCondition("data.muted", null, null, null, false).holds(EVENT))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "com.example.alert, com.example.alert, true",
        "com.example.alert, com.example.alert.more, false",
        "com.example.*, com.example.alert, true",
        "com.example.*, com.other.alert, false",
        "*, anything, true",
        ", anything, true"
    })
    void names_are_told_as_they_are_or_by_how_they_begin(String named, String name, boolean fits) {
        assertThat(EventNames.fits(named, name)).isEqualTo(fits);
    }

    private static boolean in(String path, String... values) {
        return new EventCondition(path, List.of(values), null, null, null).holds(EVENT);
    }

    private static boolean notIn(String path, String... values) {
        return new EventCondition(path, null, List.of(values), null, null).holds(EVENT);
    }
}
