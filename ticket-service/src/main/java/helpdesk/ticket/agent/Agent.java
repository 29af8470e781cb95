package helpdesk.ticket.agent;

import helpdesk.platform.persistence.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

    @Enumerated(EnumType.STRING)
    private Presence presence;

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
        presence = Presence.OFFLINE;
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
        active = account.active() && account.worksHere();
        sequence = accountSequence;
        updatedAt = now;
    }

    void write(AgentPatch changed, Instant now) {
        title = changed.title();
        tier = changed.tier().shortValue();
        languages = new ArrayList<>(changed.languages());
        skills = new ArrayList<>(changed.skills());
        presence = changed.presence();
        updatedAt = now;
    }

    AgentPatch writable() {
        return new AgentPatch(title, (int) tier, List.copyOf(languages), List.copyOf(skills), presence);
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

    String email() {
        return email;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
