package helpdesk.notification.booking;

import static helpdesk.notification.Callbacks.as;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Links for tests, made over the API. */
final class Links {

    private Links() {}

    /** The token of a new link to the group, with what else is known. */
    static String token(String group, Map<String, Object> known) {
        Map<String, Object> body = new HashMap<>(known);
        body.put("group", group);
        String link = as("integration")
                .body(body)
                .post("/api/v1/callback-links")
                .then()
                .statusCode(201)
                .extract()
                .path("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    /** The path of the page that a text has the link of. */
    static String page(String text) {
        String link =
                text.lines().filter(line -> line.contains("/c/")).findFirst().orElseThrow();
        return URI.create(link.strip()).getPath();
    }
}
