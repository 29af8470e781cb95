package helpdesk.ticket.conversation;

import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who is named in a text by {@code @username}. */
@ApplicationScoped
class Mentions {

    private static final Pattern MENTION = Pattern.compile("(?U)(?<![\\w.@/-])@([\\w.-]{1,100})");
    private static final int MOST = 20;

    private final AgentRepository agents;

    Mentions(AgentRepository agents) {
        this.agents = agents;
    }

    /** The active agents that the text names; names of nobody are just words. */
    List<UUID> in(String text) {
        List<String> names = MENTION.matcher(text)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                // A name may have dots; the end of a sentence is none of it.
                .flatMap(name -> Stream.of(name, name.replaceAll("[.-]+$", "")))
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST)
                .toList();
        return agents.listActive(names).stream().map(Agent::id).sorted().toList();
    }
}
