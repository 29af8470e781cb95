package helpdesk.ticket.routing;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.ticket.agent.Agent;
import helpdesk.ticket.agent.AgentFixture;
import helpdesk.ticket.agent.AgentPatch;
import helpdesk.ticket.agent.Presence;
import helpdesk.ticket.agent.Skill;
import helpdesk.ticket.vocabulary.Channel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Whoever gets something can, may and has the time to do it, and nobody who does is passed over for long. */
class AgentPoolPropertyTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final List<String> LANGUAGES = List.of("en", "de", "pt-BR");
    private static final List<String> SKILLS = List.of("printers", "fire");
    private static final List<String> GROUPS = List.of("support", "sales");

    @Property(tries = 300)
    void nobody_gets_more_or_other_than_they_can_do(@ForAll long seed) {
        Random random = new Random(seed);
        List<Agent> agents = Stream.generate(() -> agent(random))
                .limit(1 + random.nextInt(8))
                .toList();
        AgentPool pool = pool(agents);
        Map<UUID, Map<Channel, Integer>> given = new HashMap<>();
        for (int i = 0; i < 60; i++) {
            Need need = need(random);
            Optional<Agent> picked = pool.pick(need, NOW);
            List<Agent> able = agents.stream()
                    .filter(agent -> can(agent, need))
                    .filter(agent -> load(given, agent, need.channel()) < agent.capacity(need.channel()))
                    .toList();

            assertThat(picked.isPresent()).as("somebody can do it: %s", need).isEqualTo(!able.isEmpty());
            picked.ifPresent(agent -> {
                assertThat(able).contains(agent);
                assertThat(share(given, agent, need.channel()))
                        .as("the least busy one does it")
                        .isEqualTo(able.stream()
                                .mapToDouble(one -> share(given, one, need.channel()))
                                .min()
                                .orElseThrow());
                given.computeIfAbsent(agent.id(), id -> new EnumMap<>(Channel.class))
                        .merge(need.channel(), 1, Integer::sum);
            });
        }
    }

    @Property(tries = 100)
    void among_equals_whoever_waits_longest_is_next(@ForAll @IntRange(min = 2, max = 9) int people) {
        List<Agent> agents = IntStream.range(0, people)
                .mapToObj(i -> agent(1, List.of(), List.of(), List.of(), Map.of(Channel.EMAIL, 100)))
                .toList();
        AgentPool pool = pool(agents);
        Need need = new Need(Channel.EMAIL, "support", 1, null, List.of());

        List<Agent> first = Stream.generate(() -> pool.pick(need, NOW).orElseThrow())
                .limit(people)
                .toList();
        List<Agent> second = Stream.generate(() -> pool.pick(need, NOW).orElseThrow())
                .limit(people)
                .toList();

        assertThat(first).containsExactlyInAnyOrderElementsOf(agents);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_skill_that_has_expired_counts_no_more() {
        Agent expired = agent(1, List.of(), List.of(new Skill("fire", 5, NOW)), List.of(), Map.of());
        Agent valid = agent(1, List.of(), List.of(new Skill("fire", 5, NOW.plusSeconds(1))), List.of(), Map.of());
        Need need = new Need(Channel.EMAIL, "support", 1, null, List.of(new RequiredSkill("fire", 5)));

        assertThat(pool(List.of(expired)).pick(need, NOW)).isEmpty();
        assertThat(pool(List.of(expired, valid)).pick(need, NOW)).contains(valid);
    }

    private static boolean can(Agent agent, Need need) {
        AgentPatch profile = AgentFixture.profile(agent);
        boolean speaks = need.language() == null
                || profile.languages().isEmpty()
                || profile.languages().stream().anyMatch(language -> language.substring(0, 2)
                        .equals(need.language().substring(0, 2)));
        boolean mayWork = profile.groups().isEmpty() || profile.groups().contains(need.group());
        boolean isSkilled = need.skills().stream().allMatch(required -> profile.skills().stream()
                .anyMatch(skill -> skill.name().equals(required.name())
                        && skill.level() >= required.level()
                        && (skill.expiresAt() == null || skill.expiresAt().isAfter(NOW))));
        return speaks && mayWork && isSkilled && profile.tier() >= need.tier();
    }

    private static int load(Map<UUID, Map<Channel, Integer>> given, Agent agent, Channel channel) {
        return given.getOrDefault(agent.id(), Map.of()).getOrDefault(channel, 0);
    }

    private static double share(Map<UUID, Map<Channel, Integer>> given, Agent agent, Channel channel) {
        return (double) load(given, agent, channel) / agent.capacity(channel);
    }

    private static AgentPool pool(List<Agent> agents) {
        return new AgentPool(agents.stream()
                .map(agent -> new Candidate(agent, Map.of(), Instant.EPOCH))
                .toList());
    }

    private static Need need(Random random) {
        return new Need(
                Channel.values()[random.nextInt(3)],
                GROUPS.get(random.nextInt(2)),
                1 + random.nextInt(2),
                random.nextBoolean() ? null : LANGUAGES.get(random.nextInt(3)),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new RequiredSkill(SKILLS.get(random.nextInt(2)), 1 + random.nextInt(5))));
    }

    private static Agent agent(Random random) {
        Instant expires = random.nextBoolean() ? null : NOW.plusSeconds(random.nextInt(3) - 1);
        return agent(
                1 + random.nextInt(3),
                random.nextBoolean() ? List.of() : List.of(LANGUAGES.get(random.nextInt(3))),
                random.nextBoolean()
                        ? List.of()
                        : List.of(new Skill(SKILLS.get(random.nextInt(2)), 1 + random.nextInt(5), expires)),
                random.nextBoolean() ? List.of() : List.of(GROUPS.get(random.nextInt(2))),
                Map.of(Channel.EMAIL, random.nextInt(8), Channel.PHONE, random.nextInt(3)));
    }

    private static Agent agent(
            int tier, List<String> languages, List<Skill> skills, List<String> groups, Map<Channel, Integer> capacity) {
        return AgentFixture.agent(
                new AgentPatch(null, tier, languages, skills, groups, capacity, Presence.ONLINE), NOW);
    }
}
