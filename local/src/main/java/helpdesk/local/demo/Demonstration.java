package helpdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import helpdesk.local.console.Console;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.AdminPassword;
import helpdesk.local.stack.DataDirectory;
import helpdesk.local.stack.Milestones;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A small helpdesk at work, filled in by the public API only: people who work there, customers in several languages, tickets
 * over all channels in every state, answered surveys and callbacks. The story itself is in {@code story.json}.
 *
 * @param url of the gateway
 * @param data of the stack
 * @param console told how far it is
 */
public record Demonstration(String url, DataDirectory data, Console console) {

    /**
     * Fills it in, once for a data directory.
     *
     * @throws StartFailure if the API does not do as it should; what was filled in so far stays, and a repetition goes on there
     */
    public void fillOnce() {
        Milestones milestones = new Milestones(data.milestones());
        if (milestones.reached(Milestones.DEMO_FILLED)) {
            console.line("The demonstration data is there already.");
            return;
        }
        String password = AdminPassword.kept(data.adminPassword())
                .orElseThrow(() -> new StartFailure(
                        "The demonstration needs the administrator's password in %s, which is not there: put it back and start with --demo again."
                                .formatted(data.adminPassword())));
        console.line();
        console.line("Filling in the demonstration:");
        HelpdeskApi anonymous = HelpdeskApi.anonymous(url);
        play(
                anonymous,
                new DemoAccounts(anonymous.as("admin", password), data.root().resolve("demo-accounts")));
        milestones.reach(Milestones.DEMO_FILLED);
        console.line("  Log in as one of its people with the passwords in %s."
                .formatted(data.root().resolve("demo-accounts")));
    }

    private void play(HelpdeskApi anonymous, DemoAccounts accounts) {
        JsonNode story = story();
        accounts.create(anonymous, story.path("agents"));
        console.line("  %d people who work there".formatted(story.path("agents").size()));

        String supervisor = story.path("agents").path(0).path("username").asText();
        for (JsonNode customer : story.path("customers")) {
            String key = "customer-" + customer.path("emails").path(0).asText();
            accounts.api(supervisor).tryPost("/customers", customer, key);
        }
        console.line("  %d customers who were known before"
                .formatted(story.path("customers").size()));

        int tickets = 0;
        for (JsonNode ticket : story.path("tickets")) {
            new DemoTicket(Integer.toString(tickets++), ticket, accounts, anonymous).play();
        }
        console.line("  %d tickets, some of them answered, some resolved".formatted(tickets));

        int callbacks = 0;
        for (JsonNode callback : story.path("callbacks")) {
            new DemoCallbacks(accounts.api(supervisor)).book(Integer.toString(callbacks++), callback);
        }
        console.line("  %d callbacks".formatted(callbacks));
    }

    static JsonNode story() {
        try (InputStream story = Demonstration.class.getResourceAsStream("story.json")) {
            return new JsonMapper().readTree(story);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
