package helpdesk.customer.review;

import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.unique;

import helpdesk.customer.Happenings;
import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A customer who cannot be reviewed keeps no other from it. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ProfileReviewsTest {

    private final String tier = unique();

    @AfterEach
    void mend() {
        FailingReviewer.BROKEN.clear();
    }

    @Test
    void neither_of_whom_there_is_news_nor_in_the_round() {
        customer();
        // The very first of all: a round begins with them.
        FailingReviewer.BROKEN.add(Database.value(UUID.class, "select id from customer order by id limit 1"));
        String before = customer();
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> Database.count("profile_news") == 0);
        String segment = as("supervisor")
                .body(Map.of(
                        "name",
                        "Segment " + tier,
                        "conditions",
                        List.of(Map.of("field", "customFields.tier", "in", List.of(tier)))))
                .post("/api/v1/segments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        awaitMember(segment, before);

        String broken = customer();
        FailingReviewer.BROKEN.add(UUID.fromString(broken));
        String after = customer();
        awaitMember(segment, after);
        Awaitility.await().atMost(Happenings.PATIENCE).until(() -> Database.count("profile_news") == 0);
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> Database.count("review_round where place is null and not asked") == 1);
        as("supervisor")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(Map.of("active", false))
                .patch("/api/v1/segments/" + segment)
                .then()
                .statusCode(200);
    }

    private String customer() {
        return created(named("customFields", Map.of("tier", tier))).getString("id");
    }

    private static void awaitMember(String segment, String customer) {
        Awaitility.await()
                .atMost(Happenings.PATIENCE)
                .until(() -> Database.count(
                                "segment_member where segment_id = ? and customer_id = ?",
                                UUID.fromString(segment),
                                UUID.fromString(customer))
                        == 1);
    }
}
