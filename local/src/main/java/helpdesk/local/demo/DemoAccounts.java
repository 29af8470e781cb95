package helpdesk.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import helpdesk.local.process.OwnerOnlyFile;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.AdminPassword;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The people who work in the demonstration. Their passwords are kept, so that one can log in as one of them. */
final class DemoAccounts {

    private final HelpdeskApi administrator;
    private final Path passwordFile;
    private final Map<String, HelpdeskApi> loggedIn = new HashMap<>();
    private final Map<String, String> profiles = new HashMap<>();

    DemoAccounts(HelpdeskApi administrator, Path passwordFile) {
        this.administrator = administrator;
        this.passwordFile = passwordFile;
    }

    /** Creates the accounts, unless they exist, and describes them once their profiles have appeared. */
    void create(HelpdeskApi anonymous, JsonNode agents) {
        Map<String, String> passwords = passwords(agents);
        for (JsonNode agent : agents) {
            String username = agent.path("username").asText();
            ObjectNode account = agent.path("account").deepCopy();
            account.put("username", username).put("password", passwords.get(username));
            administrator.tryPost("/accounts", account, "account-" + username);
            loggedIn.put(username, anonymous.as(username, passwords.get(username)));
        }
        for (JsonNode agent : agents) {
            String profile = Eventually.found(() -> profileOf(agent), "the profile of " + agent.path("username"));
            profiles.put(agent.path("username").asText(), profile);
            administrator.patch("/agents/" + profile, agent.path("profile"));
        }
    }

    /** @return the API as this person uses it */
    HelpdeskApi api(String username) {
        return loggedIn.get(username);
    }

    /** @return the id of this person's profile, for assignments */
    String profile(String username) {
        return profiles.get(username);
    }

    private Optional<String> profileOf(JsonNode agent) {
        String email = agent.path("account").path("email").asText();
        String name = agent.path("account").path("displayName").asText();
        for (JsonNode profile : administrator.get("/agents?limit=100").path("items")) {
            boolean same = profile.path("email").asText().equals(email)
                    || profile.path("name")
                            .asText(profile.path("displayName").asText())
                            .equals(name);
            if (same) {
                return Optional.of(profile.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private Map<String, String> passwords(JsonNode agents) {
        Map<String, String> passwords = new LinkedHashMap<>();
        try {
            if (Files.exists(passwordFile)) {
                for (String line : Files.readAllLines(passwordFile)) {
                    passwords.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
                }
            }
            for (JsonNode agent : agents) {
                passwords.computeIfAbsent(agent.path("username").asText(), username -> AdminPassword.generated());
            }
            OwnerOnlyFile.write(
                    passwordFile,
                    passwords.entrySet().stream()
                            .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                            .collect(Collectors.joining()));
            return passwords;
        } catch (IOException e) {
            throw new StartFailure("%s can't be read or written.".formatted(passwordFile), e);
        }
    }
}
