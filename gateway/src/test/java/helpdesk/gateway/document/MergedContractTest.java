package helpdesk.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.gateway.Gateway;
import helpdesk.testing.Contracts;
import helpdesk.testing.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class MergedContractTest {

    /** With {@code -Dcontracts.update=true} it writes the document; clients are generated of it. */
    @Test
    void the_committed_document_of_the_whole_api_is_made_of_those_of_the_services() throws IOException {
        OpenApiContract.assertNoDrift("gateway");
        Path folder = Contracts.directory().resolve("openapi");
        DocumentMerge merge = new DocumentMerge(DocumentFormats.JSON, "v1");
        for (String service : ApiDocument.SERVICES) {
            merge.add(service, (ObjectNode) DocumentFormats.YAML.readTree(
                    folder.resolve(service + ".yaml").toFile()));
        }
        String merged = DocumentFormats.YAML.writeValueAsString(merge.document());
        Path committed = folder.resolve("helpdesk.yaml");
        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(committed, merged);
        }
        // Not by AssertJ's comparison of texts, which takes minutes for one that is as long and differs.
        assertThat(merged.equals(Files.exists(committed) ? Files.readString(committed) : ""))
                .as(
                        "%s is what the documents of the services make; run the tests with -Dcontracts.update=true",
                        committed)
                .isTrue();
    }
}
