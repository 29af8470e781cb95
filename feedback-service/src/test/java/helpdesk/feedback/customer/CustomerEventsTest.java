package helpdesk.feedback.customer;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Person;
import helpdesk.feedback.fixture.Story;
import helpdesk.testing.Contracts;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class CustomerEventsTest {

    private static final String TICKETS = "helpdesk.ticket";
    private static final String CUSTOMERS = "helpdesk.customer";

    private static EventProbe probe;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void what_is_of_a_merged_profile_is_of_the_other_until_the_merge_is_taken_back() {
        Story theirs = Story.begin();
        Story own = Story.begin();
        Map<String, Object> answered = Invitations.sent(probe, theirs);
        Invitations.sent(probe, own);
        given().contentType(ContentType.JSON)
                .body("{\"answers\":[{\"key\":\"rating\",\"value\":9}]}")
                .post(Invitations.path(answered) + "/response")
                .then()
                .statusCode(201);

        probe.publish(CUSTOMERS, Person.merged(theirs.customerId(), own.customerId(), 4));

        awaitOwner(theirs, own.customerId());
        assertThat(ownersOfResponses(theirs)).containsExactly(own.customerId().toString());
        assertThat(ticketsOf(own.customerId()))
                .containsExactlyInAnyOrder(
                        theirs.ticketId().toString(), own.ticketId().toString());
        assertThat(ticketsOf(theirs.customerId()))
                .as("asking for the merged profile gives what the other has")
                .hasSize(2);

        probe.publish(CUSTOMERS, Person.unmerged(theirs.customerId(), own.customerId(), 5));

        awaitOwner(theirs, theirs.customerId());
        assertThat(ownersOfResponses(theirs))
                .containsExactly(theirs.customerId().toString());
        assertThat(ticketsOf(own.customerId())).containsExactly(own.ticketId().toString());
        assertThat(ticketsOf(theirs.customerId()))
                .containsExactly(theirs.ticketId().toString());
    }

    @Test
    void news_of_merges_count_in_their_order_whenever_they_come() {
        Story theirs = Story.begin();
        Story own = Story.begin();
        Invitations.sent(probe, theirs);
        Story other = Story.begin();
        Invitations.sent(probe, other);

        probe.publish(CUSTOMERS, Person.unmerged(theirs.customerId(), own.customerId(), 5));
        probe.publish(CUSTOMERS, Person.merged(theirs.customerId(), own.customerId(), 4));
        probe.publish(CUSTOMERS, Person.merged(other.customerId(), theirs.customerId(), 4));

        awaitOwner(other, theirs.customerId());
        assertThat(ticketsOf(theirs.customerId())).contains(theirs.ticketId().toString());
        assertThat(ticketsOf(own.customerId())).isEmpty();
    }

    @Test
    void what_names_a_merged_profile_afterwards_counts_as_the_others_and_goes_back_with_it() {
        UUID duplicate = UUID.randomUUID();
        UUID survivor = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        Story seen = Story.begin().with("customerId", duplicate);
        Invitations.sent(probe, seen);
        probe.publish(CUSTOMERS, Person.merged(duplicate, survivor, 4));
        awaitOwner(seen, survivor);

        Story named = Story.begin().with("customerId", duplicate).with("followUpOf", seen.ticketId());
        Story learned = Story.begin().with("customerId", null);
        Invitations.sent(probe, named);
        Invitations.sent(probe, learned);
        probe.publish(TICKETS, learned.with("customerId", duplicate).changed());
        awaitOwner(named, survivor);
        awaitOwner(learned, survivor);

        probe.publish(CUSTOMERS, Person.merged(survivor, last, 4));
        awaitOwner(named, last);
        assertThat(ticketsOf(duplicate)).hasSize(3);

        probe.publish(CUSTOMERS, Person.unmerged(duplicate, survivor, 5));
        awaitOwner(named, duplicate);
        awaitOwner(learned, duplicate);
        assertThat(ticketsOf(last)).isEmpty();
    }

    @Test
    void whoever_was_asked_under_either_profile_is_left_in_peace() {
        Story first = Story.begin();
        Invitations.sent(probe, first);
        UUID survivor = UUID.randomUUID();
        probe.publish(CUSTOMERS, Person.merged(first.customerId(), survivor, 4));
        awaitOwner(first, survivor);

        Story underTheOther = Story.begin().with("customerId", survivor);
        probe.publish(TICKETS, underTheOther.resolved());

        assertThat(Invitations.await(underTheOther, "dropped")).containsEntry("dropReason", "quiet-period");
    }

    @ParameterizedTest
    @ValueSource(strings = {"created", "changed", "identified", "erased"})
    void what_else_happens_to_customers_is_passed_over(String what) {
        UUID customer = UUID.randomUUID();
        UUID survivor = UUID.randomUUID();
        Story story = Story.begin().with("customerId", customer);
        Invitations.sent(probe, story);
        probe.publish(
                CUSTOMERS,
                Contracts.sample("org.helpdesk.customer." + what + ".v1")
                        .again()
                        .with("subject", customer.toString()));
        probe.publish(CUSTOMERS, Person.merged(customer, survivor, 4));

        awaitOwner(story, survivor);
        assertThat(given().auth()
                        .oauth2(Tokens.of("admin"))
                        .queryParam("limit", 100)
                        .get("/api/v1/services/feedback-service/dead-letters")
                        .<List<String>>path("items.key"))
                .doesNotContain(customer.toString());
    }

    private static void awaitOwner(Story story, UUID customer) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Invitations.of(story).stream()
                .allMatch(invitation -> customer.toString().equals(invitation.get("customerId"))));
    }

    private static List<String> ticketsOf(UUID customer) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("customerId", customer)
                .get("/api/v1/invitations")
                .then()
                .statusCode(200)
                .extract()
                .path("items.ticketId");
    }

    private static List<String> ownersOfResponses(Story story) {
        return given().auth()
                .oauth2(Tokens.of("agent"))
                .queryParam("ticketId", story.ticketId())
                .get("/api/v1/responses")
                .path("items.customerId");
    }
}
