package helpdesk.ticket.agent;

import helpdesk.platform.persistence.Aggregate;
import helpdesk.ticket.vocabulary.Channel;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** Somebody who works here: an account of the gateway, with the title, tier and skills that tickets need. */
@Entity
public class Agent extends Aggregate {

    private String username;
    private String name;
    private String title;
    private String email;
    private short tier;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> languages;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Skill> skills;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> groups;

    @JdbcTypeCode(SqlTypes.JSON)
    private Map<Channel, Integer> capacity;

    @Enumerated(EnumType.STRING)
    private Presence presence;

    private Instant presenceSince;

    private boolean active;
    private long sequence;
    private Instant createdAt;
    private Instant updatedAt;

    /** For the persistence provider. */
    protected Agent() {}

    Agent(UUID accountId, Instant now) {
        super(accountId);
        tier = 1;
        languages = new ArrayList<>();
        skills = new ArrayList<>();
        groups = new ArrayList<>();
        capacity = new EnumMap<>(Channel.class);
        presence = Presence.OFFLINE;
        presenceSince = now;
        sequence = -1;
        createdAt = now;
        updatedAt = now;
    }

    /** Takes over what the account says, unless something newer was taken over before. */
    void follow(AccountFacts account, long accountSequence, Instant now) {
        if (accountSequence <= sequence) {
            return;
        }
        username = account.username();
        name = account.displayName();
        email = account.email();
        boolean works = account.active() && account.worksHere();
        if (active && !works && presence != Presence.OFFLINE) {
            presence = Presence.OFFLINE;
            presenceSince = now;
        }
        active = works;
        sequence = accountSequence;
        updatedAt = now;
    }

    void write(AgentPatch changed, Instant now) {
        title = changed.title();
        tier = changed.tier().shortValue();
        languages = new ArrayList<>(changed.languages());
        skills = changed.skills().stream().map(Skill::stripped).collect(Collectors.toCollection(ArrayList::new));
        groups = changed.groups().stream()
                .map(String::strip)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        capacity = new TreeMap<>(changed.capacity());
        if (presence != changed.presence()) {
            presence = changed.presence();
            presenceSince = now;
        }
        updatedAt = now;
    }

    AgentPatch writable() {
        return new AgentPatch(
                title,
                (int) tier,
                List.copyOf(languages),
                List.copyOf(skills),
                List.copyOf(groups),
                Map.copyOf(capacity),
                presence);
    }

    /** Whether the agent works for the group; one without groups does for all. */
    public boolean worksFor(String group) {
        return groups.isEmpty() || groups.contains(group);
    }

    /** Whether the agent speaks the language, or another of its kind: {@code en} and {@code en-GB}; one without languages any. */
    public boolean speaks(String language) {
        String wanted = withoutRegion(language);
        return languages.isEmpty()
                || languages.stream().anyMatch(spoken -> withoutRegion(spoken).equalsIgnoreCase(wanted));
    }

    private static String withoutRegion(String languageTag) {
        int end = languageTag.indexOf('-');
        return end < 0 ? languageTag : languageTag.substring(0, end);
    }

    /** Whether the agent has the skill at this level or above, and has shown that lately enough (practice 24). */
    public boolean has(String skill, int level, Instant now) {
        return skills.stream()
                .anyMatch(own -> own.name().equals(skill)
                        && own.level() >= level
                        && (own.expiresAt() == null || own.expiresAt().isAfter(now)));
    }

    /** How many open tickets of the channel the agent has at most at once. */
    public int capacity(Channel channel) {
        return capacity.getOrDefault(channel, channel.usualCapacity());
    }

    /** The same of each channel. */
    Map<Channel, Integer> capacity() {
        Map<Channel, Integer> whole = new EnumMap<>(Channel.class);
        Arrays.stream(Channel.values()).forEach(channel -> whole.put(channel, capacity(channel)));
        return whole;
    }

    public Instant presenceSince() {
        return presenceSince;
    }

    public String name() {
        return name;
    }

    public String title() {
        return title;
    }

    public int tier() {
        return tier;
    }

    public boolean isActive() {
        return active;
    }

    String username() {
        return username;
    }

    public String email() {
        return email;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
