package helpdesk.customer.timeline;

import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.unique;
import static helpdesk.customer.Happenings.FEEDBACK;
import static helpdesk.customer.Happenings.NOTIFICATIONS;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.at;
import static helpdesk.customer.Happenings.awaitCustomer;
import static helpdesk.customer.Happenings.awaitSummary;
import static helpdesk.customer.Happenings.awaitTimeline;
import static helpdesk.customer.Happenings.opened;
import static helpdesk.customer.Happenings.summaries;
import static helpdesk.customer.Happenings.to;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Happenings;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class TimelineEventsTest {

    private static final Instant LATER = Instant.parse("2126-10-05T09:00:00Z");

    private EventProbe probe;

    @BeforeEach
    void open() {
        probe = EventProbe.on(Happenings.CUSTOMERS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void the_story_of_a_ticket_is_told_over_all_services_the_newest_first() {
        UUID ticket = UUID.randomUUID();
        String email = email();
        probe.publish(TICKETS, later(0, opened(ticket, Map.of("name", "Amara Okafor", "email", email))));
        probe.publish(NOTIFICATIONS, later(1, about("message.delivered", ticket)));
        probe.publish(TICKETS, later(2, about("ticket.acknowledged", ticket)));
        probe.publish(TICKETS, later(3, about("ticket.assigned", ticket)));
        probe.publish(TICKETS, later(4, about("ticket.changed", ticket)));
        probe.publish(TICKETS, later(5, about("ticket.commented", ticket)));
        probe.publish(TICKETS, later(6, about("ticket.commented", ticket).withData("visibility", "internal")));
        probe.publish(NOTIFICATIONS, later(7, about("callback.requested", ticket)));
        probe.publish(NOTIFICATIONS, later(8, about("callback.attempted", ticket)));
        probe.publish(NOTIFICATIONS, later(9, about("callback.completed", ticket)));
        probe.publish(TICKETS, later(10, about("ticket.escalated", ticket)));
        probe.publish(TICKETS, later(11, about("ticket.resolved", ticket)));
        probe.publish(FEEDBACK, later(12, about("survey.invited", ticket)));
        probe.publish(FEEDBACK, later(13, about("survey.answered", ticket)));
        probe.publish(FEEDBACK, later(14, about("feedback.detractor-reported", ticket)));
        probe.publish(NOTIFICATIONS, later(15, about("message.failed", ticket)));
        probe.publish(TICKETS, later(16, about("ticket.reopened", ticket)));
        probe.publish(TICKETS, later(17, about("ticket.closed", ticket)));

        String customer = awaitCustomer("email", email);
        JsonPath timeline = awaitTimeline(customer, 19);
        assertThat(timeline.getList("items.summary"))
                .containsExactly(
                        "HD-1042 closed",
                        "HD-1042 reopened by the customer",
                        "Survey receipt by email failed: 552 5.2.2 Mailbox full",
                        "Unhappy with HD-1042: 4 of 10",
                        "Answered the survey on HD-1042: 4 of 10",
                        "Invited to the survey “Did we help?” on HD-1042",
                        "HD-1042 resolved by Mei Tanaka",
                        "HD-1042 escalated to tier 2: The carrier cannot find the parcel."
                                + " A free replacement is for a senior to grant.",
                        "Callback completed on time",
                        "Callback attempt 1: no answer",
                        "Callback booked for 2026-10-06 09:00 (Europe/London)",
                        "HD-1042 has an internal note from Daniel Brandt",
                        "HD-1042 has a message from Daniel Brandt",
                        "HD-1042 priority changed from normal to high, category set to delivery, tags changed",
                        "HD-1042 assigned to Daniel Brandt",
                        "HD-1042 acknowledged automatically",
                        "Acknowledgement by email sent",
                        "HD-1042 opened on the web: “Where is my order 77120?”",
                        "Profile created");
        assertThat(timeline.getMap("items[17]"))
                .containsEntry("kind", "ticket.opened")
                .containsEntry("source", "ticket-service")
                .containsEntry("refId", ticket.toString())
                .containsEntry("at", LATER.toString())
                .containsKey("id");
        assertThat(timeline.getMap("items[18]"))
                .containsEntry("kind", "customer.created")
                .containsEntry("source", "customer-service")
                .containsEntry("refId", customer);
        assertThat(timeline.getString("items[4].kind")).isEqualTo("survey.answered");
        assertThat(timeline.getString("items[4].source")).isEqualTo("feedback-service");
    }

    @Test
    void merges_and_wishes_are_told_presence_and_third_parties_are_not() {
        UUID ticket = UUID.randomUUID();
        String email = email();
        probe.publish(TICKETS, later(0, opened(ticket, Map.of("name", "Amara Okafor", "email", email))));
        String customer = awaitCustomer("email", email);
        probe.publish(TICKETS, later(1, keyed(ticket, Happenings.of("presence.changed", ticket))));
        probe.publish(TICKETS, later(2, keyed(ticket, Happenings.of("side-conversation.written", ticket))));
        probe.publish(
                NOTIFICATIONS,
                later(3, keyed(ticket, about("message.delivered", ticket)).withData("kind", "side_conversation")));
        probe.publish(NOTIFICATIONS, later(4, keyed(ticket, about("message.delivered", ticket))));
        probe.publish(TICKETS, later(5, about("ticket.callback-asked", ticket)));
        probe.publish(TICKETS, later(6, about("ticket.merged", ticket)));
        probe.publish(TICKETS, later(7, about("ticket.unmerged", ticket)));

        JsonPath timeline = awaitTimeline(customer, 6);
        assertThat(timeline.getList("items.summary"))
                .containsExactly(
                        "HD-1042 stands for itself again",
                        "HD-1042 goes on in HD-1043",
                        "HD-1042 has a wish to be called back",
                        "Acknowledgement by email sent",
                        "HD-1042 opened on the web: “Where is my order 77120?”",
                        "Profile created");
        assertThat(timeline.getList("items.kind"))
                .startsWith("ticket.unmerged", "ticket.merged", "ticket.callback-asked");
    }

    /** With the ticket as its key, so that it is handled in its place among the events of the ticket. */
    private static Event keyed(UUID ticket, Event event) {
        return new Event(event.attributes(), ticket.toString(), event.data());
    }

    @Test
    void what_arrives_before_the_ticket_is_known_waits_for_it() {
        UUID ticket = UUID.randomUUID();
        String email = email();
        probe.publish(FEEDBACK, about("survey.answered", ticket));
        probe.publish(NOTIFICATIONS, about("message.delivered", ticket));
        probe.publish(TICKETS, about("ticket.assigned", ticket));
        settle(FEEDBACK, ticket);
        settle(NOTIFICATIONS, ticket);

        probe.publish(TICKETS, opened(ticket, Map.of("email", email)));
        String customer = awaitCustomer("email", email);
        assertThat(awaitTimeline(customer, 5).getList("items.kind"))
                .containsExactlyInAnyOrder(
                        "ticket.opened", "ticket.assigned", "survey.answered", "message.delivered", "customer.created");
    }

    /** Waits until what was published on the topic before has been handled: the marker has the key of the ticket's event. */
    private void settle(String topic, UUID ticket) {
        String marked = created(Map.of("name", "A marker")).getString("id");
        String kind = topic.equals(FEEDBACK) ? "survey.answered" : "message.delivered";
        Event marker = to(kind, marked);
        probe.publish(topic, new Event(marker.attributes(), about(kind, ticket).key(), marker.data()));
        awaitTimeline(marked, 2);
    }

    @Test
    void a_ticket_that_gets_its_customer_later_brings_its_story_along() {
        UUID ticket = UUID.randomUUID();
        String customer = created(Map.of("name", "Amara")).getString("id");
        probe.publish(TICKETS, opened(ticket, Map.of()));
        probe.publish(TICKETS, about("ticket.assigned", ticket));
        probe.publish(TICKETS, about("ticket.changed", ticket).withData("customerId", customer));
        assertThat(awaitTimeline(customer, 4).getList("items.kind"))
                .contains("ticket.opened", "ticket.assigned", "ticket.changed");
    }

    @Test
    void an_event_with_a_customer_needs_no_ticket() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        probe.publish(NOTIFICATIONS, to("callback.missed", customer));
        awaitSummary(customer, "Callback for 2026-10-09 09:00 (Europe/London) missed after 3 attempts");
    }

    @Test
    void many_copies_of_an_event_make_one_entry() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        Event event = to("callback.completed", customer);
        for (int i = 0; i < 20; i++) {
            probe.publish(NOTIFICATIONS, event);
        }
        probe.publish(NOTIFICATIONS, to("callback.cancelled", customer).with("subject", event.subject()));
        assertThat(awaitTimeline(customer, 3).getList("items")).hasSize(3);
    }

    @Test
    void what_arrives_late_takes_its_place_by_time() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        List<Integer> shuffled = List.of(3, 1, 4, 0, 2);
        shuffled.forEach(hour -> probe.publish(
                NOTIFICATIONS, later(hour, to("callback.attempted", customer).withData("attempt", hour + 1))));
        assertThat(awaitTimeline(customer, 6).getList("items.summary"))
                .containsExactly(
                        "Callback attempt 5: no answer",
                        "Callback attempt 4: no answer",
                        "Callback attempt 3: no answer",
                        "Callback attempt 2: no answer",
                        "Callback attempt 1: no answer",
                        "Profile created");
    }

    @Test
    void a_survey_about_no_ticket_is_told_of_its_customer_and_one_of_nobody_on_no_timeline() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        Event anonymous = aboutNothing("survey.answered", null).withData("contact", Map.of());
        probe.publish(FEEDBACK, anonymous);
        probe.publish(FEEDBACK, aboutNothing("feedback.detractor-reported", null));
        probe.publish(FEEDBACK, later(0, aboutNothing("survey.invited", customer)));
        probe.publish(FEEDBACK, later(1, aboutNothing("survey.reminded", customer)));
        probe.publish(FEEDBACK, later(2, aboutNothing("survey.answered", customer)));
        Event changed = later(3, aboutNothing("survey.answer-changed", customer));
        probe.publish(FEEDBACK, changed);
        probe.publish(FEEDBACK, changed);
        probe.publish(FEEDBACK, later(4, aboutNothing("survey.expired", customer)));
        probe.publish(FEEDBACK, later(5, to("improvement.notice-asked", customer)));

        assertThat(awaitTimeline(customer, 7).getList("items.summary"))
                .containsExactly(
                        "Was told that an improvement is done: Say on the page how long deliveries take",
                        "Did not answer a survey",
                        "Changed the answer to a survey: 5 of 10",
                        "Answered a survey: 4 of 10",
                        "Reminded of the survey “Did we help?”",
                        "Invited to the survey “Did we help?”",
                        "Profile created");
        assertThat(Database.count("timeline_entry where event_id = ?", anonymous.id()))
                .isZero();
        assertThat(Database.count("timeline_pending where event_id = ?", anonymous.id()))
                .isZero();
        assertThat(Database.count(
                        "inbox where consumer = ? and event_id = ?", "customer-service.feedback", anonymous.id()))
                .isOne();
    }

    private static Event aboutNothing(String kind, String customer) {
        return to(kind, customer).withData("ticketNumber", null);
    }

    @Test
    void types_that_are_not_known_yet_are_passed_over() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        String text = unique();
        probe.publish(FEEDBACK, to("survey.answered", customer).with("type", "org.helpdesk.survey.unheard-of.v1"));
        probe.publish(
                FEEDBACK,
                to("survey.answered", customer)
                        .with("type", "org.helpdesk.survey.answered.v2")
                        .withData("score", Map.of("of", 10)));
        probe.publish(FEEDBACK, to("survey.answered", customer).withData("ticketNumber", text));
        awaitSummary(customer, "Answered the survey on " + text + ": 4 of 10");
        assertThat(summaries(customer)).hasSize(2);
    }

    @Test
    void only_the_first_lines_of_a_long_subject_are_told() {
        UUID ticket = UUID.randomUUID();
        String email = email();
        probe.publish(
                TICKETS,
                opened(ticket, Map.of("email", email)).withData("subject", "line one\nline two " + "é".repeat(600)));
        String customer = awaitCustomer("email", email);
        List<String> told = new ArrayList<>(summaries(customer));
        told.remove("Profile created");
        assertThat(told).hasSize(1);
        assertThat(told.getFirst())
                .startsWith("HD-1042 opened on the web: “line one line two é")
                .hasSize(500)
                .endsWith("…");
    }

    private static Event about(String kind, UUID ticket) {
        return Happenings.of(kind, ticket);
    }

    private static Event later(int hours, Event event) {
        return at(LATER.plusSeconds(hours * 3600L), event);
    }
}
