package helpdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * The life of one ticket of the demonstration, as written in the story.
 *
 * @param key makes a repetition harmless
 * @param story its opening, who takes it, and what happens to it
 * @param accounts who works on it
 * @param anonymous the public
 */
record DemoTicket(String key, JsonNode story, DemoAccounts accounts, HelpdeskApi anonymous) {

    /** Lives it through. */
    void play() {
        String ticket = opened();
        if (!story.has("assignee")) {
            return;
        }
        String username = story.path("assignee").asText();
        HelpdeskApi agent = accounts.api(username);
        agent.patch("/tickets/" + ticket, Map.of("assigneeId", accounts.profile(username)));
        int step = 0;
        for (JsonNode action : story.path("steps")) {
            perform(agent, ticket, action, key + "-" + step++);
        }
    }

    private String opened() {
        if (story.has("request")) {
            JsonNode receipt = anonymous.post("/requests", story.path("request"), "request-" + key);
            return receipt.path("number").asText();
        }
        String opener = story.path("openedBy").asText(story.path("assignee").asText("amelie"));
        return accounts.api(opener)
                .post("/tickets", story.path("ticket"), "ticket-" + key)
                .path("id")
                .asText();
    }

    private void perform(HelpdeskApi agent, String ticket, JsonNode action, String stepKey) {
        String path = "/tickets/" + ticket;
        if (action.has("reply")) {
            agent.post(path + "/comments", comment(action.path("reply"), "public"), "comment-" + stepKey);
        } else if (action.has("note")) {
            agent.post(path + "/comments", comment(action.path("note"), "internal"), "comment-" + stepKey);
        } else if (action.has("change")) {
            agent.patch(path, action.path("change"));
        } else if (action.has("escalate")) {
            agent.post(path + "/escalations", Map.of("reason", action.path("escalate")), "escalation-" + stepKey);
        } else if (action.has("survey")) {
            new DemoSurvey(action.path("survey"), agent, anonymous)
                    .answer(agent.get(path).path("id").asText());
        } else {
            throw new IllegalArgumentException("The story has no such step: " + action);
        }
    }

    private static ObjectNode comment(JsonNode body, String visibility) {
        return JsonNodeFactory.instance.objectNode().put("body", body.asText()).put("visibility", visibility);
    }
}
