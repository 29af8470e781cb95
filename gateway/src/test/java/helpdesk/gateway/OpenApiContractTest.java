package helpdesk.gateway;

import helpdesk.testing.OpenApiContract;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(Gateway.Parts.class)
class OpenApiContractTest {

    @Test
    void the_committed_api_document_is_what_the_gateway_does() {
        OpenApiContract.assertNoDrift("gateway");
    }
}
