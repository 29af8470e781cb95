package helpdesk.feedback.invitation;

import static helpdesk.feedback.fixture.Surveys.as;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Invitations;
import helpdesk.feedback.fixture.Story;
import helpdesk.feedback.fixture.Surveys;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Campaigns ask whom they are to ask, once, and remind them once. */
@QuarkusTest
@WithTestResource(RealParts.class)
class CampaignEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String TICKETS = "helpdesk.ticket";
    private static final String CALLBACKS = "helpdesk.notification";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final EventProbe probe = EventProbe.on("helpdesk.feedback");
    private final UUID customer = UUID.randomUUID();
    private int sequence;

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        probe.close();
        clock.reset();
    }

    @Test
    void the_first_that_fits_asks_with_its_survey_and_no_other() {
        String group = "G " + UUID.randomUUID();
        JsonPath survey = Surveys.published(Surveys.conditional());
        JsonPath exact = Surveys.campaign(Map.of(
                "on",
                "ticket.resolved",
                "position",
                1,
                "surveyId",
                survey.getString("id"),
                "only",
                Map.of("groups", List.of(group)),
                "except",
                Map.of("types", List.of("incident"))));
        Story fitting = Story.begin().with("group", group).with("type", "question");
        Story excepted = Story.begin().with("group", group).with("type", "incident");
        Map<String, Object> asked = Invitations.sent(probe, fitting);
        Map<String, Object> other = Invitations.sent(probe, excepted);
        Surveys.end(exact);

        assertThat(asked)
                .containsEntry("surveyId", survey.getString("id"))
                .containsEntry("campaignId", exact.getString("id"));
        assertThat(other).containsEntry("surveyName", "Did we help?");
        Event invited =
                probe.await("org.helpdesk.survey.invited.v1", asked.get("id").toString());
        Contracts.assertFits(invited);
        assertThat(invited.data().get("surveySeriesId").asText()).isEqualTo(survey.getString("seriesId"));
    }

    @Test
    void of_a_hundred_so_many_are_asked_and_after_a_follow_up_all() {
        String group = "G " + UUID.randomUUID();
        JsonPath campaign = Surveys.campaign(
                Map.of("on", "ticket.resolved", "position", 1, "percent", 1, "only", Map.of("groups", List.of(group))));
        List<Story> stories = Stream.generate(() -> Story.begin().with("group", group))
                .limit(40)
                .toList();
        stories.forEach(story -> probe.publish(TICKETS, story.resolved()));
        Story followUp = Story.begin().with("group", group).with("followUpOf", UUID.randomUUID());
        Invitations.sent(probe, followUp);
        Surveys.end(campaign);
        assertThat(stories.stream()
                        .filter(story -> !Invitations.of(story).isEmpty())
                        .count())
                .isLessThan(10);
    }

    @Test
    void who_has_not_answered_is_reminded_once_and_the_end_is_told() {
        Story story = Story.begin();
        String id = Invitations.sent(probe, story).get("id").toString();
        clock.move(Duration.ofDays(4).plusMinutes(1));
        Event reminded = probe.await("org.helpdesk.survey.reminded.v1", id);
        Contracts.assertFits(reminded);
        assertThat(reminded.data().get("link").asText())
                .isEqualTo(Invitations.of(story).getFirst().get("link"));
        clock.move(Duration.ofDays(11));
        Event expired = probe.await("org.helpdesk.survey.expired.v1", id);
        Contracts.assertFits(expired);
        assertThat(probe.of(id))
                .filteredOn(event -> event.type().equals("org.helpdesk.survey.reminded.v1"))
                .hasSize(1);
        assertThat(Invitations.of(story).getFirst()).containsEntry("state", "expired");
    }

    @Test
    void who_does_not_want_surveys_is_not_asked() {
        profile(profile -> profile.withData(
                "consents",
                List.of(Map.of("purpose", "surveys", "granted", false, "since", "2026-10-06T13:05:23.108Z"))));
        Story story = Story.begin().with("customerId", customer);
        probe.publish(TICKETS, story.resolved());
        assertThat(Invitations.await(story, "dropped")).containsEntry("dropReason", "refused");
        profile(profile -> profile.withData(
                "consents",
                List.of(
                        Map.of("purpose", "surveys", "granted", false, "since", "2026-10-06T13:05:23.108Z"),
                        Map.of(
                                "purpose",
                                "surveys",
                                "channel",
                                "sms",
                                "granted",
                                true,
                                "since",
                                "2026-10-07T13:05:23.108Z"))));
        Story again = Story.begin().with("customerId", customer);
        probe.publish(TICKETS, again.resolved());
        Invitations.await(again, "sent");
    }

    @Test
    void a_callback_is_asked_about_once_when_the_customer_can_be_reached() {
        JsonPath campaign =
                Surveys.campaign(Map.of("on", "callback.completed", "delay", "PT0S", "quietPeriod", "PT0S"));
        profile(profile -> profile);
        Event callback = callback(customer);
        probe.publish(CALLBACKS, callback);
        probe.publish(CALLBACKS, callback.again());
        Map<String, Object> invitation = awaitOnly(campaign);
        probe.publish(CALLBACKS, callback(UUID.randomUUID()));
        Event invited = probe.await(
                "org.helpdesk.survey.invited.v1", invitation.get("id").toString());
        Contracts.assertFits(invited);
        assertThat(invited.data().has("ticketId")).isFalse();
        assertThat(invitation).containsEntry("customerId", customer.toString());
        Surveys.end(campaign);
    }

    @Test
    void a_period_asks_those_who_were_in_touch_each_once_a_round() {
        String language = "art-x-t" + UUID.randomUUID().toString().substring(0, 6);
        profile(profile -> profile.withData("languages", List.of(language)));
        UUID stranger = UUID.randomUUID();
        profile(stranger, profile -> profile.withData("languages", List.of(language)));
        touch(customer);
        JsonPath campaign = Surveys.campaign(Map.of(
                "on",
                "period",
                "every",
                "P30D",
                "contactWithin",
                "P10D",
                "quietPeriod",
                "PT0S",
                "only",
                Map.of("languages", List.of(language))));
        assertThat(awaitOnly(campaign)).containsEntry("customerId", customer.toString());
        clock.move(Duration.ofDays(31));
        touch(stranger);
        Awaitility.await().atMost(PATIENCE).until(() -> of(campaign).size() == 2);
        Surveys.end(campaign);
        assertThat(of(campaign))
                .extracting(invitation -> invitation.get("customerId"))
                .containsExactlyInAnyOrder(customer.toString(), stranger.toString());
    }

    private Map<String, Object> awaitOnly(JsonPath campaign) {
        Awaitility.await().atMost(PATIENCE).until(() -> of(campaign).stream()
                .anyMatch(invitation -> invitation.get("state").equals("sent")));
        assertThat(of(campaign)).hasSize(1);
        return of(campaign).getFirst();
    }

    private static List<Map<String, Object>> of(JsonPath campaign) {
        return as("agent")
                .queryParam("campaignId", campaign.getString("id"))
                .get("/api/v1/invitations")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items");
    }

    private void touch(UUID who) {
        Database.execute(
                "insert into customer_contact (customer_id, last_at) values (?, ?) on conflict (customer_id) do update set last_at = excluded.last_at",
                who,
                Timestamp.from(clock.instant()));
    }

    private static Event callback(UUID customer) {
        UUID id = UUID.randomUUID();
        return Contracts.sample("org.helpdesk.callback.completed.v1")
                .again()
                .with("subject", id.toString())
                .with("partitionkey", id.toString())
                .withData("callbackId", id)
                .withData("customerId", customer)
                .withData("completedAt", Instant.now().toString());
    }

    private void profile(UnaryOperator<Event> change) {
        profile(customer, change);
    }

    private void profile(UUID id, UnaryOperator<Event> change) {
        sequence++;
        probe.publish(
                CUSTOMERS,
                change.apply(Contracts.sample("org.helpdesk.customer.changed.v1")
                        .again()
                        .with("subject", id.toString())
                        .with("partitionkey", id.toString())
                        .with("sequence", Integer.toString(sequence))
                        .withData("customerId", id)
                        .withData("doNotContact", false)
                        .withData("consents", List.of())
                        .withData("emails", List.of(id + "@example.org"))));
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> Database.count("known_customer where id = ? and sequence = ?", id, (long) sequence) == 1);
    }
}
