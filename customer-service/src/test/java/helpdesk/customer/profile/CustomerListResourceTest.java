package helpdesk.customer.profile;

import static helpdesk.customer.Given.CUSTOMERS;
import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.handle;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.phone;
import static helpdesk.customer.Given.unique;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerListResourceTest {

    @Inject
    SessionFactory sessions;

    @Test
    void a_customer_is_found_by_any_mail_address_in_any_case() {
        String email = email();
        String id = created(named("emails", List.of(email(), email))).getString("id");
        assertThat(lookedUp("email", email.toUpperCase()).getList("items.id")).containsExactly(id);
        assertThat(lookedUp("email", email()).getList("items")).isEmpty();
    }

    @Test
    void a_customer_is_found_by_phone_however_it_is_written() {
        String phone = phone();
        String id = created(named("phones", List.of(phone))).getString("id");
        String spaced = phone.substring(0, 3) + " (30) " + phone.substring(5);
        assertThat(lookedUp("phone", phone).getList("items.id")).containsExactly(id);
        assertThat(lookedUp("phone", spaced).getList("items.id")).containsExactly(id);
        assertThat(lookedUp("phone", phone.substring(1)).getList("items.id")).containsExactly(id);
    }

    @Test
    void a_plus_that_was_not_escaped_in_the_url_does_no_harm() {
        String phone = phone();
        String id = created(named("phones", List.of(phone))).getString("id");
        given().urlEncodingEnabled(false)
                .auth()
                .oauth2(Tokens.of("agent"))
                .get(CUSTOMERS + "?phone=" + phone)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(id)));
    }

    @Test
    void a_customer_is_found_by_handle_with_and_without_network() {
        String handle = handle();
        String id = created(named("handles", List.of(Map.of("network", "x", "handle", handle))))
                .getString("id");
        String other = created(named("handles", List.of(Map.of("network", "facebook", "handle", handle))))
                .getString("id");
        assertThat(lookedUp("handle", "X:@" + handle.toUpperCase()).getList("items.id"))
                .containsExactly(id);
        assertThat(lookedUp("handle", "@" + handle).getList("items.id")).containsExactly(other, id);
        assertThat(lookedUp("handle", "github:" + handle).getList("items")).isEmpty();
    }

    @Test
    void a_handle_may_have_a_colon_in_it() {
        String handle = handle() + ":matrix.org";
        String id = created(named("handles", List.of(Map.of("network", "matrix", "handle", handle))))
                .getString("id");
        assertThat(lookedUp("handle", handle).getList("items.id")).containsExactly(id);
        assertThat(lookedUp("handle", "matrix:" + handle).getList("items.id")).containsExactly(id);
    }

    @Test
    void several_identities_find_whoever_has_any_of_them() {
        String email = email();
        String phone = phone();
        String byMail = created(named("emails", List.of(email))).getString("id");
        String byPhone = created(named("phones", List.of(phone))).getString("id");
        as("agent")
                .queryParam("email", email)
                .queryParam("phone", phone)
                .get(CUSTOMERS)
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(byPhone, byMail)));
    }

    @Test
    void a_lookup_by_what_can_be_no_identity_is_refused() {
        refused("email", "amara", "?email");
        refused("email", "", "?email");
        refused("phone", "call me", "?phone");
        refused("phone", "9".repeat(41), "?phone");
        refused("handle", "", "?handle");
        refused("handle", "a\u0000b", "?handle");
        refused("limit", "0", "?limit");
        refused("limit", "101", "?limit");
        refused("after", "made-up", "?after");
    }

    private static void refused(String parameter, String value, String pointer) {
        as("agent")
                .queryParam(parameter, value)
                .get(CUSTOMERS)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", hasItem(pointer));
    }

    @Test
    void pages_show_each_customer_once_the_newest_first() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(created(Map.of("name", "Amara " + unique())).getString("id"));
        }
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            var request = as("agent").queryParam("limit", 2);
            Response page = (next == null ? request : request.queryParam("after", next)).get(CUSTOMERS);
            JsonPath body = page.then().statusCode(200).extract().jsonPath();
            seen.addAll(body.getList("items.id", String.class));
            next = body.getString("next");
            if (next != null) {
                assertThat(page.header("Link")).contains("rel=\"next\"").contains(next);
            }
        } while (next != null && !seen.containsAll(made));
        assertThat(seen).doesNotHaveDuplicates();
        assertThat(seen).containsSubsequence(made);
    }

    @Test
    void a_cursor_belongs_to_its_filters() {
        created(Map.of("name", "Amara"));
        created(Map.of("name", "Amara"));
        String next =
                as("agent").queryParam("limit", 1).get(CUSTOMERS).jsonPath().getString("next");
        as("agent")
                .queryParam("after", next)
                .queryParam("email", email())
                .get(CUSTOMERS)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-cursor"));
    }

    @Test
    void a_page_takes_two_statements_however_long_it_is() {
        for (int i = 0; i < 30; i++) {
            created(named("emails", List.of(email(), email())));
        }
        Statistics statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        // Consumers may be at work beside us and be counted too; a quiet moment tells the truth.
        Awaitility.await().until(() -> {
            long before = statistics.getPrepareStatementCount();
            as("agent").queryParam("limit", 30).get(CUSTOMERS).then().body("items.emails[0].size()", equalTo(2));
            return statistics.getPrepareStatementCount() - before == 2;
        });
        statistics.setStatisticsEnabled(false);
    }
}
