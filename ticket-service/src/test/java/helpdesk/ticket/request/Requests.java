package helpdesk.ticket.request;

import static io.restassured.RestAssured.given;

import helpdesk.ticket.Api;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What people without an account do. */
final class Requests {

    private Requests() {}

    static Map<String, Object> form() {
        Map<String, Object> form = new HashMap<>();
        form.put("name", "Amara Okafor");
        form.put("email", "amara-" + UUID.randomUUID() + "@example.org");
        form.put("subject", "My parcel is late");
        form.put("description", "It was due on Monday.");
        return form;
    }

    static Map<String, Object> form(String field, Object value) {
        Map<String, Object> form = form();
        form.put(field, value);
        return form;
    }

    static Response send(Object form) {
        return given().contentType("application/json").body(form).post("/api/v1/requests");
    }

    static JsonPath sent() {
        return send(form()).then().statusCode(201).extract().jsonPath();
    }

    static String token(JsonPath opened) {
        String link = opened.getString("link");
        return link.substring(link.lastIndexOf('/') + 1);
    }

    static Response read(String token) {
        return given().get("/api/v1/requests/" + token);
    }

    static Response comments(String token) {
        return given().get("/api/v1/requests/" + token + "/comments");
    }

    static Response reply(String token, Object body) {
        return given().contentType("application/json").body(body).post("/api/v1/requests/" + token + "/comments");
    }

    /** The ticket behind a request, as staff see it. */
    static JsonPath ticket(JsonPath opened) {
        return Api.read(opened.getString("number"));
    }
}
