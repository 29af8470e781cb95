package helpdesk.notification.mailbox;

import static helpdesk.notification.Callbacks.as;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.UUID;

/** Mails for tests, over the API. */
final class Mails {

    private Mails() {}

    static Response send(byte[] mail) {
        return as("integration").contentType("message/rfc822").body(mail).post("/api/v1/mails");
    }

    /** Has a mail taken. */
    static JsonPath sent(byte[] mail) {
        return send(mail).then().statusCode(201).extract().jsonPath();
    }

    static JsonPath read(String id) {
        return as("supervisor")
                .get("/api/v1/mails/{id}", id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    static Response redeliver(String role, String id) {
        return as(role).header("Idempotency-Key", UUID.randomUUID()).post("/api/v1/mails/{id}/redeliveries", id);
    }
}
