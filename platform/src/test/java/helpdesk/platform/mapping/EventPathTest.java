package helpdesk.platform.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventPathTest {

    private static final EventDocument EVENT = event("""
            {"type": "com.example.alert", "source": "/monitoring", "data": {
              "status": "firing", "count": 7, "ratio": 0.25, "muted": false, "nothing": null, "größe": "L",
              "labels": {"service": "shop", "shop id": "L-7", "first.last": "dotted"},
              "alerts": [{"name": "disk", "tags": ["a", "b"]}, {"name": "load", "tags": []}]}}""");

    static EventDocument event(String json) {
        try {
            return new EventDocument(new ObjectMapper().readTree(json));
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    static Stream<Arguments> paths() {
        return Stream.of(
                Arguments.of("type", List.of("com.example.alert")),
                Arguments.of("$.type", List.of("com.example.alert")),
                Arguments.of(" data.status ", List.of("firing")),
                Arguments.of("data.count", List.of("7")),
                Arguments.of("data.ratio", List.of("0.25")),
                Arguments.of("data.muted", List.of("false")),
                Arguments.of("data.größe", List.of("L")),
                Arguments.of("data.labels['shop id']", List.of("L-7")),
                Arguments.of("$['data']['labels']['first.last']", List.of("dotted")),
                Arguments.of("data.alerts[0].name", List.of("disk")),
                Arguments.of("data.alerts[-1].name", List.of("load")),
                Arguments.of("data.alerts[*].name", List.of("disk", "load")),
                Arguments.of("data.alerts[*].tags[*]", List.of("a", "b")),
                Arguments.of("data.labels.*", List.of("shop", "L-7", "dotted")),
                Arguments.of("data.alerts[0].tags", List.of("[\"a\",\"b\"]")),
                Arguments.of("data.nothing", List.of()),
                Arguments.of("data.missing", List.of()),
                Arguments.of("data.status.deeper", List.of()),
                Arguments.of("data.alerts[7].name", List.of()),
                Arguments.of("data.labels[0]", List.of()),
                Arguments.of("subject", List.of()));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_path_finds_what_is_there(String path, List<String> found) {
        assertThat(EventPath.of(path).find(EVENT)).isEqualTo(found);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "$",
                "data.",
                "data..status",
                "$..status",
                "data[?(@.a=='b')]",
                "data[?(@.a =~ /(a+)+$/)]",
                "data.alerts[0,1]",
                "data.alerts[0:9]",
                "data.alerts.length()",
                "data['a','b']",
                "data.alerts[99999]",
                "data.a b",
                "data['it''s']",
                "data[\"a\"]",
                "data.{{x}}",
                "@.data"
            })
    void what_costs_more_than_the_event_is_long_or_means_nothing_is_no_path(String text) {
        assertThat(EventPath.fits(text)).isFalse();
        assertThatThrownBy(() -> EventPath.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_path_has_a_bound_and_so_has_what_it_finds() {
        assertThat(EventPath.fits("data." + "a".repeat(EventPath.LONGEST - 5))).isTrue();
        assertThat(EventPath.fits("data." + "a".repeat(EventPath.LONGEST - 4))).isFalse();
        assertThat(EventPath.fits("a" + ".a".repeat(20))).isFalse();
        EventDocument many =
                event("{\"data\": " + IntStream.range(0, 5_000).boxed().toList() + "}");

        assertThat(EventPath.of("data[*]").find(many))
                .hasSize(100)
                .startsWith("0", "1")
                .endsWith("99");
    }
}
