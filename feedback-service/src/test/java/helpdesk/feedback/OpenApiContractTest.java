package helpdesk.feedback;

import helpdesk.testing.OpenApiContract;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class OpenApiContractTest {

    @Test
    void the_api_is_the_committed_one() {
        OpenApiContract.assertNoDrift("feedback-service");
    }
}
