package helpdesk.ticket;

import helpdesk.testing.OpenApiContract;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class OpenApiContractTest {

    @Test
    void the_committed_document_tells_what_the_service_does() {
        OpenApiContract.assertNoDrift("ticket-service");
    }
}
