package helpdesk.platform.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.mapping.EventTemplate.Filled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTemplateTest {

    private static final EventDocument EVENT = EventPathTest.event("""
            {"type": "alert", "data": {"service": "shop", "text": "two\\nlines\\u0000\\u0007", "empty": "", "many": ["a", "b"],
             "tricky": "{{data.service}} $1 \\\\"}}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "NULL",
            value = {
                "Nothing to fill; Nothing to fill",
                "{{data.service}} is down; shop is down",
                "{{ data.service }}; shop",
                "{{$.data.service}}/{{type}}; shop/alert",
                "{{data.many[*]}}; a, b",
                "{{data.host|some host}} is down; some host is down",
                "{{data.host|}} is down; is down",
                "{{data.host}} is down; is down",
                "{{data.tricky}}; '{{data.service}} $1 \\'",
                "{{data.empty|none}}!; !",
                "{a} }}; {a} }}"
            })
    void what_the_event_says_stands_where_the_placeholder_was(String template, String text) {
        assertThat(EventTemplate.of(template).fill(EVENT, 1_000).text()).isEqualTo(text);
    }

    @Test
    void what_is_missing_is_named_unless_there_is_a_word_for_that() {
        Filled filled = EventTemplate.of("{{data.host}} {{data.port|80}} {{ $.data.rack }}")
                .fill(EVENT, 1_000);

        assertThat(filled.missing()).containsExactly("data.host", "$.data.rack");
        assertThat(filled.text()).isEqualTo("80");
        assertThat(EventTemplate.of("{{data.host}}").fill(EVENT, 100).line()).isNull();
    }

    @Test
    void a_line_is_one_line_and_nothing_is_longer_than_it_may_be() {
        Filled filled = EventTemplate.of("{{data.text}}").fill(EVENT, 1_000);

        assertThat(filled.text()).isEqualTo("two\nlines");
        assertThat(filled.line()).isEqualTo("two lines");
        assertThat(EventTemplate.of("x".repeat(300)).fill(EVENT, 10).text()).isEqualTo("xxxxxxxxx…");
        assertThat(EventTemplate.of("12345678😀0").fill(EVENT, 10).text()).isEqualTo("12345678…");
    }

    @Test
    void many_placeholders_that_find_much_cost_no_more_than_what_is_kept() {
        EventDocument large = EventPathTest.event("{\"data\": \"" + "x".repeat(60_000) + "\"}");

        assertThat(EventTemplate.of("{{data}}".repeat(50)).fill(large, 300).text())
                .hasSize(300);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{data.service", "{{}}", "{{data..x}}", "{{data.x}} {{", "{{{{data.x}}}}", "{{a|b|c{}}}"})
    void what_cannot_be_read_is_no_template(String text) {
        assertThat(EventTemplate.fits(text)).isFalse();
    }

    @Test
    void there_are_fifty_placeholders_at_most() {
        assertThat(EventTemplate.fits("{{a}}".repeat(50))).isTrue();
        assertThat(EventTemplate.fits("{{a}}".repeat(51))).isFalse();
    }
}
