package helpdesk.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DocumentMergeTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void the_same_schema_is_there_once_and_another_of_the_same_name_is_renamed_wherever_it_is_used() {
        ObjectNode merged = merge(
                document("tickets", "list", "{\"Problem\":{\"type\":\"object\"},\"Page\":{\"type\":\"object\"}}"),
                document(
                        "customers",
                        "list",
                        "{\"Problem\":{\"type\":\"object\"},\"Page\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/components/schemas/Page\"}}}"));
        assertThat(merged.at("/components/schemas").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("Problem", "Page", "CustomerPage");
        assertThat(merged.at("/components/schemas/CustomerPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/CustomerPage");
        assertThat(merged.at("/paths/~1api~1v1~1tickets/get/responses/200/content/x/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/Page");
        assertThat(merged.at("/paths/~1api~1v1~1customers/get/responses/200/content/x/schema/$ref")
                        .asText())
                .isEqualTo("#/components/schemas/CustomerPage");
    }

    @Test
    void what_uses_a_renamed_schema_is_renamed_too() {
        String page = "\"Page\":{\"items\":{\"$ref\":\"#/components/schemas/Item\"}}";
        ObjectNode merged = merge(
                document("tickets", "list", "{" + page + ",\"Item\":{\"type\":\"string\"}}"),
                document("customers", "list", "{" + page + ",\"Item\":{\"type\":\"number\"}}"));
        assertThat(merged.at("/components/schemas/Page/items/$ref").asText()).isEqualTo("#/components/schemas/Item");
        assertThat(merged.at("/components/schemas/CustomerPage/items/$ref").asText())
                .isEqualTo("#/components/schemas/CustomerItem");
    }

    @Test
    void operation_ids_are_unique_and_internal_paths_left_out() {
        ObjectNode merged = merge(document("tickets", "list", "{}"), document("customers", "list", "{}"));
        assertThat(merged.at("/paths/~1api~1v1~1tickets/get/operationId").asText())
                .isEqualTo("list");
        assertThat(merged.at("/paths/~1api~1v1~1customers/get/operationId").asText())
                .isEqualTo("customerList");
        assertThat(merged.at("/paths").properties()).hasSize(2);
        assertThat(merged.at("/tags")).hasSize(1);
    }

    @Test
    void what_an_operation_says_of_its_end_stays() {
        ObjectNode retiring = document("tickets", "list", "{}");
        ((ObjectNode) retiring.at("/paths/~1api~1v1~1tickets/get"))
                .put("deprecated", true)
                .put("x-sunset", "2027-02-05");
        ObjectNode merged = merge(retiring, document("customers", "list", "{}"));
        assertThat(merged.at("/paths/~1api~1v1~1tickets/get/deprecated").asBoolean())
                .isTrue();
        assertThat(merged.at("/paths/~1api~1v1~1tickets/get/x-sunset").asText()).isEqualTo("2027-02-05");
    }

    private static ObjectNode merge(ObjectNode tickets, ObjectNode customers) {
        DocumentMerge merge = new DocumentMerge(JSON, "v1");
        merge.add("ticket-service", tickets);
        merge.add("customer-service", customers);
        return merge.document();
    }

    private static ObjectNode document(String name, String operation, String schemas) {
        try {
            return (ObjectNode) JSON.readTree("""
                    {"openapi":"3.1.0","tags":[{"name":"Shared"}],
                     "paths":{"/q/health":{"get":{}},
                      "/api/v1/%s":{"get":{"operationId":"%s","responses":{"200":{"content":{"x":
                        {"schema":{"$ref":"#/components/schemas/Page"}}}}}}}},
                     "components":{"schemas":%s}}""".formatted(name, operation, schemas));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
