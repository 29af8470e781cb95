package helpdesk.customer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import helpdesk.customer.Happenings;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.testing.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoriesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @ParameterizedTest
    @CsvSource({
        "email,by email",
        "phone,by phone",
        "web,on the web",
        "chat,by chat",
        "social,on a social network",
        "in_person,in person",
        "api,by API"
    })
    void a_ticket_is_opened_by_a_way(String channel, String way) {
        assertThat(ticket(sample("ticket.opened").withData("channel", channel)))
                .isEqualTo("HD-1042 opened %s: “Where is my order 77120?”", way);
    }

    @Test
    void a_follow_up_says_so() {
        assertThat(ticket(sample("ticket.opened").withData("source", "follow_up")))
                .startsWith("HD-1042 opened as a follow-up: ");
    }

    @Test
    void a_ticket_may_lose_its_assignee() {
        assertThat(ticket(sample("ticket.assigned").withData("assignee", null)))
                .isEqualTo("HD-1042 is assigned to nobody");
    }

    @Test
    void a_ticket_is_reopened_and_acknowledged_by_somebody() {
        assertThat(ticket(sample("ticket.reopened").withData("by", "agent"))).isEqualTo("HD-1042 reopened by an agent");
        assertThat(ticket(sample("ticket.acknowledged").withData("automatic", false)))
                .isEqualTo("HD-1042 acknowledged");
    }

    @Test
    void a_change_tells_short_values_only() {
        assertThat(changed(Map.of("field", "status", "from", "open", "to", "pending")))
                .isEqualTo("HD-1042 status changed from open to pending");
        assertThat(changed(Map.of("field", "group", "from", "care"))).isEqualTo("HD-1042 group removed");
        assertThat(changed(Map.of("field", "customFields", "to", Map.of("secret", 1))))
                .isEqualTo("HD-1042 custom fields changed");
        assertThat(changed(Map.of("field", "resolution", "from", "a", "to", "b".repeat(41))))
                .isEqualTo("HD-1042 resolution changed");
    }

    @Test
    void what_a_ticket_learned_is_told_in_words() {
        assertThat(changed(Map.of("field", "customerId", "to", UUID.randomUUID())))
                .isEqualTo("HD-1042 recognised as this customer's");
        assertThat(changed(Map.of("field", "satisfaction", "to", Map.of("score", 3))))
                .isEqualTo("HD-1042 answered with satisfaction 3 of 10");
    }

    private static String changed(Map<String, Object> change) {
        return ticket(sample("ticket.changed").withData("changes", List.of(change)));
    }

    @Test
    void an_answer_may_have_no_score() {
        SurveyFacts answer = facts(sample("survey.answered").withData("score", null), SurveyFacts.class);
        assertThat(SurveyStory.sentence("survey.answered", answer)).isEqualTo("Answered the survey on HD-1042");
    }

    @Test
    void what_became_of_a_survey_is_told() {
        assertThat(survey(sample("survey.reminded"))).isEqualTo("Reminded of the survey “Did we help?” on HD-1042");
        assertThat(survey(sample("survey.answer-changed")))
                .isEqualTo("Changed the answer to the survey on HD-1042: 5 of 10");
        assertThat(survey(sample("survey.expired"))).isEqualTo("Did not answer the survey on HD-1042");
        assertThat(survey(sample("improvement.notice-asked")))
                .isEqualTo("Was told that an improvement is done: Say on the page how long deliveries take");
    }

    @ParameterizedTest
    @CsvSource({
        "survey.invited,Invited to the survey “Did we help?”",
        "survey.reminded,Reminded of the survey “Did we help?”",
        "survey.answered,Answered a survey: 4 of 10",
        "survey.answer-changed,Changed the answer to a survey: 5 of 10",
        "survey.expired,Did not answer a survey",
        "feedback.detractor-reported,Unhappy with our service: 4 of 10"
    })
    void a_survey_about_no_ticket_names_none(String kind, String sentence) {
        assertThat(survey(sample(kind).withData("ticketNumber", null))).isEqualTo(sentence);
    }

    @Test
    void who_answers_and_who_thinks_better_of_it_was_in_touch() {
        assertThat(SurveyStory.isByCustomer("survey.answered")).isTrue();
        assertThat(SurveyStory.isByCustomer("survey.answer-changed")).isTrue();
        assertThat(SurveyStory.isByCustomer("survey.reminded")).isFalse();
        assertThat(SurveyStory.isByCustomer("survey.expired")).isFalse();
    }

    private static String survey(Event event) {
        return SurveyStory.sentence(kind(event), facts(event, SurveyFacts.class));
    }

    @Test
    void a_callback_is_told_in_the_time_of_the_customer() {
        assertThat(notification(sample("callback.requested")
                        .withData("slotStart", "2026-10-25T00:30:00Z")
                        .withData("timeZone", "Europe/Berlin")))
                .isEqualTo("Callback booked for 2026-10-25 02:30 (Europe/Berlin)");
        assertThat(notification(sample("callback.requested")
                        .withData("slotStart", "2026-10-25T01:30:00Z")
                        .withData("timeZone", "Europe/Berlin")))
                .isEqualTo("Callback booked for 2026-10-25 02:30 (Europe/Berlin)");
        assertThat(notification(sample("callback.moved")))
                .isEqualTo("Callback moved to 2026-10-09 11:00 (Europe/London)");
        assertThat(notification(sample("callback.cancelled")))
                .isEqualTo("Callback for 2026-10-08 09:30 (Europe/London) cancelled");
        assertThat(notification(sample("callback.completed").withData("onTime", false)))
                .isEqualTo("Callback completed late");
        assertThat(notification(sample("callback.missed").withData("attempts", 1)))
                .endsWith("missed after 1 attempt");
    }

    @Test
    void an_appointment_is_told_in_the_time_of_the_customer() {
        assertThat(notification(sample("appointment.booked")))
                .isEqualTo("Visit booked for 2026-10-08 09:00 (Europe/London)");
        assertThat(notification(sample("appointment.moved")))
                .isEqualTo(
                        "Visit of 2026-10-08 09:00 (Europe/London) moved to 2026-10-09 13:00 (Europe/London), as the customer wished");
        assertThat(notification(sample("appointment.kept")))
                .isEqualTo("Visit of 2026-10-09 13:00 (Europe/London) kept within its window");
        assertThat(notification(sample("appointment.kept").withData("withinWindow", false)))
                .endsWith("kept outside its window");
        assertThat(notification(sample("appointment.kept").withData("withinWindow", null)))
                .endsWith("(Europe/London) kept");
        assertThat(notification(sample("appointment.missed")))
                .isEqualTo("Visit of 2026-10-08 09:00 (Europe/London) missed, by our fault");
        assertThat(notification(sample("appointment.missed").withData("fault", "customer")))
                .endsWith("missed, by the customer's fault");
        assertThat(notification(sample("appointment.cancelled")))
                .isEqualTo("Visit of 2026-10-08 09:00 (Europe/London) called off, as the customer wished");
        assertThatThrownBy(() -> notification(sample("appointment.missed").withData("fault", null)))
                .isInstanceOf(PoisonException.class);
        assertThatThrownBy(() -> notification(sample("appointment.booked").withData("windowStart", null)))
                .isInstanceOf(PoisonException.class);
    }

    @Test
    void a_callback_for_which_no_time_was_free_is_told_without_one() {
        assertThat(notification(withoutSlot("callback.requested"))).isEqualTo("Callback asked for");
        assertThat(notification(withoutSlot("callback.cancelled"))).isEqualTo("Callback cancelled");
        assertThat(notification(withoutSlot("callback.missed").withData("attempts", 3)))
                .isEqualTo("Callback missed after 3 attempts");
    }

    @Test
    void a_callback_without_a_time_zone_is_no_event_of_ours() {
        assertThatThrownBy(() -> notification(sample("callback.requested").withData("timeZone", null)))
                .isInstanceOf(PoisonException.class);
    }

    @Test
    void a_ticket_is_merged_and_stands_for_itself_again() {
        assertThat(ticket(sample("ticket.merged"))).isEqualTo("HD-1042 goes on in HD-1043");
        assertThat(ticket(sample("ticket.unmerged"))).isEqualTo("HD-1042 stands for itself again");
        assertThat(ticket(sample("ticket.callback-asked"))).isEqualTo("HD-1042 has a wish to be called back");
        assertThatThrownBy(() -> ticket(sample("ticket.merged").withData("mergedIntoNumber", null)))
                .isInstanceOf(PoisonException.class);
    }

    private static Event withoutSlot(String kind) {
        return sample(kind).withData("slotStart", null).withData("slotEnd", null);
    }

    @Test
    void a_message_that_was_only_kept_is_not_called_sent() {
        assertThat(notification(sample("message.delivered").withData("transport", "kept")))
                .isEqualTo("Acknowledgement by email kept here, not sent");
        assertThat(notification(sample("message.delivered")
                        .withData("kind", "survey_invitation")
                        .withData("channel", "sms")))
                .isEqualTo("Survey invitation by SMS sent");
    }

    private static String ticket(Event event) {
        return TicketStory.sentence(kind(event), facts(event, TicketFacts.class));
    }

    private static String notification(Event event) {
        return NotificationStory.sentence(kind(event), facts(event, NotificationFacts.class));
    }

    private static String kind(Event event) {
        return event.type().substring("org.helpdesk.".length()).replace(".v1", "");
    }

    private static Event sample(String kind) {
        return Happenings.of(kind, UUID.randomUUID());
    }

    private static <T> T facts(Event event, Class<T> type) {
        return JSON.convertValue(event.data(), type);
    }
}
