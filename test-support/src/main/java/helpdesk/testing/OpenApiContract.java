package helpdesk.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;

/** Holds the committed API document and the running service together. */
public final class OpenApiContract {

    private static final String UPDATE = "contracts.update";

    private OpenApiContract() {}

    /**
     * Fails when the service's own API document is not the committed one; with {@code -Dcontracts.update=true} it writes it
     * instead.
     */
    public static void assertNoDrift(String service) {
        String actual = RestAssured.given()
                .queryParam("format", "yaml")
                .get("/q/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        Path committed = Contracts.directory().resolve("openapi/" + service + ".yaml");
        try {
            if (Boolean.getBoolean(UPDATE)) {
                Files.writeString(committed, actual);
            }
            Assertions.assertThat(actual)
                    .as("%s is not what %s does; run the tests with -D%s=true", committed, service, UPDATE)
                    .isEqualTo(Files.exists(committed) ? Files.readString(committed) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
