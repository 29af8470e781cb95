package helpdesk.feedback.improvement;

import static helpdesk.feedback.improvement.ImprovementApi.IMPROVEMENTS;
import static helpdesk.feedback.improvement.ImprovementApi.addVoice;
import static helpdesk.feedback.improvement.ImprovementApi.as;
import static helpdesk.feedback.improvement.ImprovementApi.awaitNobodyWaits;
import static helpdesk.feedback.improvement.ImprovementApi.customerVoice;
import static helpdesk.feedback.improvement.ImprovementApi.finish;
import static helpdesk.feedback.improvement.ImprovementApi.merge;
import static helpdesk.feedback.improvement.ImprovementApi.open;
import static helpdesk.feedback.improvement.ImprovementApi.patch;
import static helpdesk.feedback.improvement.ImprovementApi.read;
import static helpdesk.feedback.improvement.ImprovementApi.voiceStates;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(RealParts.class)
class ImprovementMergeResourceTest {

    @Test
    void the_other_takes_over_all_who_asked() {
        UUID both = UUID.randomUUID();
        String one = open();
        String other = open();
        addVoice(one, customerVoice(both)).then().statusCode(201);
        addVoice(one, customerVoice(UUID.randomUUID())).then().statusCode(201);
        addVoice(other, customerVoice(both)).then().statusCode(201);

        merge(one, other).then().statusCode(201).body("id", equalTo(other)).body("voices", equalTo(2));

        assertThat(read(one).getString("state")).isEqualTo("merged");
        assertThat(read(one).getString("mergedIntoId")).isEqualTo(other);
        assertThat(voiceStates(one)).isEmpty();
        assertThat(voiceStates(other)).containsExactly("waiting", "waiting", "waiting");
        finish(other);
        awaitNobodyWaits(other);
        assertThat(voiceStates(other)).containsExactlyInAnyOrder("told", "told", "covered");
    }

    @Test
    void chains_are_followed() {
        String first = open();
        String second = open();
        String third = open();
        merge(second, third).then().statusCode(201);
        merge(first, second).then().statusCode(201).body("id", equalTo(third));
        assertThat(read(first).getString("mergedIntoId")).isEqualTo(third);
        addVoice(first, customerVoice(UUID.randomUUID())).then().statusCode(201).body("improvementId", equalTo(third));
        merge(third, first).then().statusCode(400).body("errors.pointer", contains("/intoId"));
        patch(first, "{\"title\":\"Better\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("improvement-merged"))
                .body("mergedIntoId", equalTo(third));
    }

    @Test
    void what_cannot_be_merged_is_refused() {
        String id = open();
        merge(id, id).then().statusCode(400).body("errors.pointer", contains("/intoId"));
        merge(id, UUID.randomUUID().toString())
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-improvement"))
                .body("errors.pointer", contains("/intoId"));
        merge(UUID.randomUUID().toString(), id).then().statusCode(404);
        as("supervisor")
                .body("{}")
                .post(IMPROVEMENTS + "/" + id + "/merges")
                .then()
                .statusCode(400);
        String done = open();
        finish(done);
        merge(done, id).then().statusCode(409).body("code", equalTo("transition-not-allowed"));
    }

    @Test
    void who_asked_for_what_goes_on_in_what_is_done_is_told_at_once() {
        String done = open();
        finish(done);
        String late = open();
        addVoice(late, customerVoice(UUID.randomUUID())).then().statusCode(201);
        merge(late, done).then().statusCode(201);
        awaitNobodyWaits(done);
        assertThat(voiceStates(done)).containsExactly("told");
    }

    @Test
    void of_two_who_are_merged_into_each_other_at_once_one_stays() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            String one = open();
            String other = open();
            addVoice(one, customerVoice(UUID.randomUUID())).then().statusCode(201);
            List<Integer> answers = Collections.synchronizedList(new ArrayList<>());
            try (ExecutorService two = Executors.newFixedThreadPool(2)) {
                two.submit(() -> answers.add(merge(one, other).statusCode()));
                two.submit(() -> answers.add(merge(other, one).statusCode()));
            }
            assertThat(answers).contains(201).hasSize(2).allMatch(status -> status == 201 || status < 500);
            assertThat(List.of(read(one).getString("state"), read(other).getString("state")))
                    .containsExactlyInAnyOrder("open", "merged");
        }
    }

    /** Random voices, merges and ends of a handful of improvements: in the end all who asked were told, once for each end. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13})
    void each_person_is_told_once_whatever_happens(long seed) {
        Random random = new Random(seed);
        List<String> all = new ArrayList<>();
        Map<String, Set<UUID>> asked = new HashMap<>();
        Set<String> alive = new HashSet<>();
        List<UUID> people = Stream.generate(UUID::randomUUID).limit(6).toList();
        for (int i = 0; i < 5; i++) {
            String id = open();
            all.add(id);
            alive.add(id);
            asked.put(id, new HashSet<>());
        }
        Map<String, String> into = new HashMap<>();
        for (int step = 0; step < 30; step++) {
            String id = all.get(random.nextInt(all.size()));
            String other = all.get(random.nextInt(all.size()));
            switch (random.nextInt(6)) {
                case 0 -> {
                    if (merge(id, other).statusCode() == 201) {
                        into.put(id, other);
                        asked.get(end(into, other)).addAll(asked.remove(id));
                        alive.remove(id);
                    }
                }
                case 1 -> {
                    if (alive.contains(id) && alive.size() > 2 && random.nextBoolean()) {
                        finish(id);
                        alive.remove(id);
                    }
                }
                default -> {
                    UUID person = people.get(random.nextInt(people.size()));
                    addVoice(id, customerVoice(person)).then().statusCode(oneOf(200, 201));
                    asked.get(end(into, id)).add(person);
                }
            }
        }
        List.copyOf(alive).forEach(ImprovementApi::finish);
        asked.forEach((id, persons) -> {
            awaitNobodyWaits(id);
            assertThat(voiceStates(id)).isSubsetOf("told", "covered");
            for (UUID person : people) {
                assertThat(Database.count(
                                "improvement_voice where improvement_id = ? and customer_id = ? and state = 'TOLD'",
                                UUID.fromString(id),
                                person))
                        .isEqualTo(persons.contains(person) ? 1 : 0);
            }
        });
    }

    private static String end(Map<String, String> into, String id) {
        return into.containsKey(id) ? end(into, into.get(id)) : id;
    }
}
