package helpdesk.gateway.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContactPatternsTest {

    private static final Pattern PATTERN =
            Pattern.compile(ContactPatterns.of(List.of("Amara.O@example.com", "+447700900142", "sam"))
                    .regex());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"email\": \"amara.o@example.com\"}",
                "write to AMARA.O@EXAMPLE.COM.",
                "first line\\namara.o@example.com",
                "+447700900142",
                "tel:+447700900142;",
                "ask @sam"
            })
    void addresses_are_found_wherever_they_stand(String text) {
        assertThat(PATTERN.matcher(text.toLowerCase(Locale.ROOT)).find()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"samara.o@example.com", "amara_o@example.com", "+4477009001422", "a sample", "sam_1"})
    void what_is_part_of_something_else_is_not(String text) {
        assertThat(PATTERN.matcher(text).find()).isFalse();
    }
}
