package helpdesk.notification.capacity;

import static helpdesk.notification.Callbacks.as;
import static helpdesk.notification.Callbacks.group;
import static helpdesk.notification.Callbacks.plan;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CapacityPlanResourceTest {

    private static final String PLAN = "/api/v1/capacity-plans/{group}";

    @Test
    void the_group_support_has_a_plan_from_the_beginning() {
        as("agent")
                .get(PLAN, "support")
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("group", equalTo("support"))
                .body("timeZone", equalTo("Etc/UTC"))
                .body("slotMinutes", equalTo(30))
                .body("people", equalTo(2))
                .body("hours", hasSize(7))
                .body("hours[0]", equalTo(Map.of("day", "monday", "from", "08:00", "to", "20:00")))
                .body("hours[6].day", equalTo("sunday"))
                .body("version", equalTo(0));
    }

    @Test
    void a_supervisor_makes_and_changes_a_plan() {
        String group = "kundendienst süd " + UUID.randomUUID();
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan(2, 30))
                .put(PLAN, group)
                .then()
                .statusCode(201)
                .header("Location", endsWith(group.substring(group.length() - 36)));
        Map<String, Object> changed = Map.of(
                "timeZone",
                "Asia/Almaty",
                "slotMinutes",
                20,
                "people",
                5,
                "hours",
                List.of(
                        Map.of("day", "tuesday", "from", "13:00", "to", "24:00"),
                        Map.of("day", "tuesday", "from", "08:00", "to", "12:00")));
        as("admin")
                .header("If-Match", "\"0\"")
                .body(changed)
                .put(PLAN, group)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");

        as("agent")
                .get(PLAN, group)
                .then()
                .statusCode(200)
                .body("timeZone", equalTo("Asia/Almaty"))
                .body("slotMinutes", equalTo(20))
                .body("people", equalTo(5))
                .body("hours.from", contains("08:00", "13:00"))
                .body("hours.to", contains("12:00", "24:00"));
        as("agent").header("If-None-Match", "\"1\"").get(PLAN, group).then().statusCode(304);
    }

    @Test
    void a_plan_is_changed_only_by_who_has_seen_it() {
        String group = group(1);
        as("supervisor").body(plan(2, 30)).put(PLAN, group).then().statusCode(428);
        as("supervisor")
                .header("If-Match", "\"7\"")
                .body(plan(2, 30))
                .put(PLAN, group)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan(2, 30))
                .put(PLAN, group)
                .then()
                .statusCode(412);
        as("agent").get(PLAN, group).then().body("people", equalTo(1));
    }

    @Test
    void who_may_not_is_refused() {
        given().get(PLAN, "support").then().statusCode(401);
        as("customer").get(PLAN, "support").then().statusCode(403);
        as("integration").get(PLAN, "support").then().statusCode(403);
        as("agent")
                .header("If-Match", "\"0\"")
                .body(plan(2, 30))
                .put(PLAN, "support")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void an_unknown_group_is_not_found() {
        as("agent").get(PLAN, "nobody").then().statusCode(404).body("code", equalTo("capacity-plan-not-found"));
        as("admin")
                .header("If-Match", "\"0\"")
                .body(plan(2, 30))
                .put(PLAN, "nobody")
                .then()
                .statusCode(404)
                .body("stackTrace", nullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, Mars/Olympus, /timeZone",
        "slotMinutes, 4, /slotMinutes",
        "slotMinutes, 241, /slotMinutes",
        "people, -1, /people",
        "people, 1001, /people"
    })
    void a_bad_value_is_refused_with_its_place(String field, String value, String pointer) {
        Map<String, Object> plan = new HashMap<>(plan(2, 30));
        plan.put(field, field.equals("timeZone") ? value : (Object) Integer.valueOf(value));
        refused(plan, pointer);
    }

    @ParameterizedTest
    @CsvSource({
        "monday, 25:00, 23:00, /hours/1/from",
        "monday, 10:00, 09:00, /hours/1/to",
        "monday, 13:00, 13:20, /hours/1/to",
        "sunday, 09:30, 11:00, /hours/1"
    })
    void hours_that_make_no_sense_are_refused_with_their_place(String day, String from, String to, String pointer) {
        Map<String, Object> plan = new HashMap<>(plan(2, 30));
        plan.put(
                "hours",
                List.of(
                        Map.of("day", "sunday", "from", "09:00", "to", "10:00"),
                        Map.of("day", day, "from", from, "to", to)));
        refused(plan, pointer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"timeZone", "slotMinutes", "people", "hours"})
    void every_field_is_needed(String field) {
        Map<String, Object> plan = new HashMap<>(plan(2, 30));
        plan.remove(field);
        refused(plan, "/" + field);
    }

    @Test
    void a_plan_without_any_hours_is_refused() {
        Map<String, Object> plan = new HashMap<>(plan(2, 30));
        plan.put("hours", List.of());
        refused(plan, "/hours");
    }

    private static void refused(Map<String, Object> plan, String pointer) {
        as("supervisor")
                .header("If-None-Match", "*")
                .body(plan)
                .put(PLAN, "group-" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer));
    }
}
