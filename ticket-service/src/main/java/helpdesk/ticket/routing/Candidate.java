package helpdesk.ticket.routing;

import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.vocabulary.Channel;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** Somebody who is there, and what they have to do right now. */
final class Candidate {

    private final Agent agent;
    private final Map<Channel, Integer> load;
    private Instant idleSince;

    /**
     * @param load how many open tickets the agent has, by channel
     * @param idleSince when the agent last got a ticket, or came if that was later
     */
    Candidate(Agent agent, Map<Channel, Integer> load, Instant idleSince) {
        this.agent = agent;
        this.load = new EnumMap<>(Channel.class);
        this.load.putAll(load);
        this.idleSince = idleSince;
    }

    /** Whether the agent can, may and has the time to do it. */
    boolean suits(Need need, Instant now) {
        return hasRoom(need.channel())
                && agent.tier() >= need.tier()
                && agent.worksFor(need.group())
                && (need.language() == null || agent.speaks(need.language()))
                && need.skills().stream().allMatch(skill -> agent.has(skill.name(), skill.level(), now));
    }

    boolean hasRoom() {
        return Stream.of(Channel.values()).anyMatch(this::hasRoom);
    }

    void take(Channel channel, Instant now) {
        load.merge(channel, 1, Integer::sum);
        idleSince = now;
    }

    /** The least busy on the channel first, measured by what each can do; then who has waited longest for work. */
    static Comparator<Candidate> preference(Channel channel) {
        return Comparator.<Candidate>comparingDouble(candidate -> candidate.share(channel))
                .thenComparing(Candidate::idleSince)
                .thenComparing(candidate -> candidate.agent.id());
    }

    private boolean hasRoom(Channel channel) {
        return load(channel) < agent.capacity(channel);
    }

    private double share(Channel channel) {
        return (double) load(channel) / agent.capacity(channel);
    }

    int load(Channel channel) {
        return load.getOrDefault(channel, 0);
    }

    Instant idleSince() {
        return idleSince;
    }

    Agent agent() {
        return agent;
    }
}
