package helpdesk.ticket.relation;

import static helpdesk.ticket.Api.agent;
import static helpdesk.ticket.Api.opened;
import static helpdesk.ticket.Api.ticket;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random trees of merges and undos against a model: each ticket owns tags, followers, comments and files, and shows its own
 * and those of all that go on in it; nothing else, and nothing is lost.
 */
@QuarkusTest
@WithTestResource(RealParts.class)
class MergePropertyTest {

    private static final String AGENT = Tokens.of("agent");
    private static final List<String> TAGS = List.of("a", "b", "c", "d");

    private final Map<String, Owned> owned = new LinkedHashMap<>();
    private final Map<String, String> mergedInto = new HashMap<>();
    private final Map<String, String[]> merges = new HashMap<>();

    private record Owned(Set<String> tags, Set<String> followers, Set<String> comments, Set<String> files) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34})
    void nothing_is_lost_and_nothing_is_left_behind(long seed) {
        Random random = new Random(seed);
        List<String> agents = List.of(Given.agent().toString(), Given.agent().toString());
        for (int i = 0; i < 7; i++) {
            open(random, agents);
        }
        for (int step = 0; step < 16; step++) {
            if (random.nextInt(3) > 0) {
                mergeSome(random);
            } else {
                undoSome(random);
            }
        }
        owned.keySet().forEach(this::compare);

        new ArrayList<>(merges.keySet()).forEach(this::undo);
        owned.keySet().forEach(this::compare);
        owned.keySet()
                .forEach(id -> assertThat(Api.read(id).getString("status")).isEqualTo("new"));
    }

    private void open(Random random, List<String> agents) {
        Set<String> tags = some(random, TAGS);
        String id = opened(ticket("tags", List.copyOf(tags))).getString("id");
        Set<String> followers = some(random, agents);
        Api.changed(id, Map.of("followerIds", List.copyOf(followers)));
        Set<String> comments = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            comments.add(Api.comment(AGENT, id, Map.of("body", "Said " + i))
                    .jsonPath()
                    .getString("id"));
            files.add(Api.upload(AGENT, id, i + ".txt", ("File " + i).getBytes(StandardCharsets.UTF_8))
                    .jsonPath()
                    .getString("id"));
        }
        owned.put(id, new Owned(tags, followers, comments, files));
    }

    private void mergeSome(Random random) {
        List<String> roots = owned.keySet().stream()
                .filter(id -> !mergedInto.containsKey(id))
                .toList();
        String source = roots.get(random.nextInt(roots.size()));
        String target = roots.get(random.nextInt(roots.size()));
        if (!source.equals(target)) {
            String merge = Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(source)))
                    .getString("merges[0].id");
            mergedInto.put(source, target);
            merges.put(merge, new String[] {source, target});
        }
    }

    private void undoSome(Random random) {
        List<String> all = merges.keySet().stream().sorted().toList();
        if (!all.isEmpty()) {
            undo(all.get(random.nextInt(all.size())));
        }
    }

    private void undo(String merge) {
        String[] ends = merges.remove(merge);
        agent().header("If-Match", "*")
                .delete("/api/v1/tickets/" + ends[1] + "/merges/" + merge)
                .then()
                .statusCode(204);
        mergedInto.remove(ends[0]);
    }

    private void compare(String id) {
        JsonPath ticket = Api.read(id);
        assertThat(ticket.getList("tags", String.class))
                .as("tags")
                .containsExactlyInAnyOrderElementsOf(all(id, Owned::tags));
        assertThat(ticket.getList("followerIds", String.class))
                .as("followers")
                .containsExactlyInAnyOrderElementsOf(all(id, Owned::followers));
        assertThat(Api.get("/tickets/" + id + "/comments?limit=100").jsonPath().getList("items.id", String.class))
                .as("comments")
                .containsExactlyInAnyOrderElementsOf(all(id, Owned::comments));
        assertThat(Api.get("/tickets/" + id + "/attachments?limit=100")
                        .jsonPath()
                        .getList("items.id", String.class))
                .as("files")
                .containsExactlyInAnyOrderElementsOf(all(id, Owned::files));
    }

    private Set<String> all(String id, Function<Owned, Set<String>> part) {
        Set<String> all = new HashSet<>(part.apply(owned.get(id)));
        mergedInto.forEach((source, target) -> {
            if (target.equals(id)) {
                all.addAll(all(source, part));
            }
        });
        return all;
    }

    private static Set<String> some(Random random, List<String> of) {
        return of.stream().filter(one -> random.nextBoolean()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
