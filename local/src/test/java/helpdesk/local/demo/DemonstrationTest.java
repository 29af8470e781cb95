package helpdesk.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DemonstrationTest {

    private static final Set<String> STEPS = Set.of("reply", "note", "change", "escalate", "survey");

    @Test
    void everyoneInTheStoryIsIntroduced() {
        JsonNode story = Demonstration.story();
        Set<String> people = new HashSet<>();
        story.path("agents").forEach(agent -> people.add(agent.path("username").asText()));
        for (JsonNode ticket : story.path("tickets")) {
            assertThat(people).contains(ticket.path("assignee").asText("amelie"));
            assertThat(people).contains(ticket.path("openedBy").asText("amelie"));
            assertThat(ticket.has("ticket") ^ ticket.has("request")).isTrue();
        }
    }

    @Test
    void everyStepIsOneThatCanBePlayed() {
        for (JsonNode ticket : Demonstration.story().path("tickets")) {
            for (JsonNode step : ticket.path("steps")) {
                assertThat(step.fieldNames().next()).isIn(STEPS);
                assertThat(step).hasSize(1);
            }
        }
    }

    @Test
    void itIsLively() {
        JsonNode tickets = Demonstration.story().path("tickets");
        Set<String> channels = new HashSet<>();
        Set<String> languages = new HashSet<>();
        for (JsonNode ticket : tickets) {
            JsonNode opening = ticket.has("ticket") ? ticket.path("ticket") : ticket.path("request");
            channels.add(opening.path("channel").asText("web"));
            languages.add(opening.path("language").asText());
        }
        assertThat(tickets).hasSizeGreaterThanOrEqualTo(12);
        assertThat(channels).contains("email", "phone", "chat", "social", "in_person", "api", "web");
        assertThat(languages).hasSizeGreaterThanOrEqualTo(4);
    }
}
