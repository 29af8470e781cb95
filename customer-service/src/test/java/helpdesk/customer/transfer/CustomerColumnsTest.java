package helpdesk.customer.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerColumnsTest {

    @Test
    void a_row_says_what_is_in_its_cells_and_nothing_else() throws JsonProcessingException {
        assertThat(CustomerColumns.patch(Map.of(
                        "name", " Amara Okafor ",
                        "preferredName", "  ",
                        "emails", "a@example.org; b@example.org;",
                        "phones", "'+44 7700 900142",
                        "handles", "x:amara;facebook: amara.o",
                        "doNotContact", "TRUE",
                        "id", "7",
                        "organization", "Okafor Ltd")))
                .isEqualTo(new ObjectMapper().readTree("""
                        {"name": "Amara Okafor", "emails": ["a@example.org", "b@example.org"], "phones": ["+44 7700 900142"],
                         "handles": [{"network": "x", "handle": "amara"}, {"network": "facebook", "handle": "amara.o"}],
                         "doNotContact": true}"""));
    }

    @ParameterizedTest
    @CsvSource({"42,42", "-1.50,-1.50", "true,true", "04109,\"04109\"", "1e3,\"1e3\"", "Gold,\"Gold\""})
    void fields_are_numbers_where_they_look_like_it(String cell, String value) {
        assertThat(CustomerColumns.patch(Map.of("customFields.size", cell)).at("/customFields/size"))
                .hasToString(value.replaceAll("^\"\"|\"\"$", "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "emails", "customFields.size", "organization", "id", "customFields"})
    void known_columns(String column) {
        assertThat(CustomerColumns.isKnown(column)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Name", "email", "customFields.", "customFields.a b", "accountManagerId"})
    void other_columns(String column) {
        assertThat(CustomerColumns.isKnown(column)).isFalse();
    }
}
