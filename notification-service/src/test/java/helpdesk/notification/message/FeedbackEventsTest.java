package helpdesk.notification.message;

import static helpdesk.notification.message.MessagesOverHttp.awaitOfTicket;
import static helpdesk.notification.message.MessagesOverHttp.awaitOneOfTicket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class FeedbackEventsTest {

    private static final String TOPIC = "helpdesk.feedback";
    private static final String INVITED = "org.helpdesk.survey.invited.v1";
    private static final String ANSWERED = "org.helpdesk.survey.answered.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID ticket = UUID.randomUUID();

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void an_invitation_goes_out_with_its_link() {
        probe.publish(TOPIC, of(INVITED).withData("language", "fr"));

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "survey_invitation")
                .containsEntry("channel", "email")
                .containsEntry("to", "amara.okafor@example.com")
                .containsEntry("language", "fr")
                .containsEntry("customerId", "01a10b55-a427-7647-92cc-2f64ff3fa312");
        assertThat((String) message.get("body"))
                .startsWith("Bonjour Amara,")
                .contains("https://help.example.com/surveys/a-sample-token", "Mei Tanaka", "HD-1042");
        Contracts.assertFits(probe.await("org.helpdesk.message.delivered.v1", message.get("id")));
    }

    @Test
    void an_answer_gets_a_receipt_with_thanks() {
        probe.publish(TOPIC, of(ANSWERED));

        Map<String, Object> message = awaitOneOfTicket(ticket);

        assertThat(message)
                .containsEntry("kind", "survey_receipt")
                .containsEntry("subject", "HD-1042: thank you for your answer");
        Contracts.assertFits(probe.await("org.helpdesk.message.delivered.v1", message.get("id")));
    }

    @Test
    void an_event_that_comes_20_times_leads_to_one_message() {
        Event invited = of(INVITED);
        for (int i = 0; i < 20; i++) {
            probe.publish(TOPIC, invited);
        }
        probe.publish(TOPIC, of("org.helpdesk.feedback.detractor-reported.v1"));
        probe.publish(TOPIC, of(ANSWERED));

        assertThat(awaitOfTicket(ticket, 2))
                .extracting(message -> message.get("kind"))
                .containsExactly("survey_receipt", "survey_invitation");
    }

    private Event of(String type) {
        String invitation = ticket.toString();
        return Contracts.sample(type).again().with("subject", invitation).withData("ticketId", ticket);
    }
}
