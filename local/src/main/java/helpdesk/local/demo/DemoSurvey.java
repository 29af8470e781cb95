package helpdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A customer's answer to the survey that follows a resolved ticket.
 *
 * @param answers what they say, by kind of question
 * @param agent finds the invitation
 * @param anonymous the customer, who has no account
 */
record DemoSurvey(JsonNode answers, HelpdeskApi agent, HelpdeskApi anonymous) {

    void answer(String ticketId) {
        String token = Eventually.found(() -> token(ticketId), "the invitation to the survey");
        JsonNode survey = anonymous.get("/survey-links/" + token);
        ArrayNode given = JsonNodeFactory.instance.arrayNode();
        for (JsonNode question : questions(survey)) {
            JsonNode value = answers.path(question.path("kind").asText());
            if (!value.isMissingNode()) {
                given.addObject().put("key", question.path("key").asText()).set("value", value);
            }
        }
        ObjectNode response = JsonNodeFactory.instance.objectNode();
        response.set("answers", given);
        anonymous.post("/survey-links/" + token + "/response", response, "survey-" + ticketId);
    }

    private Optional<String> token(String ticketId) {
        for (JsonNode invitation :
                agent.get("/invitations?ticketId=" + ticketId).path("items")) {
            String link = invitation.path("link").asText();
            if (!link.isBlank()) {
                return Optional.of(link.substring(link.lastIndexOf('/') + 1));
            }
        }
        return Optional.empty();
    }

    private static JsonNode questions(JsonNode survey) {
        return survey.has("questions")
                ? survey.path("questions")
                : survey.path("survey").path("questions");
    }
}
