package helpdesk.feedback.improvement;

import static helpdesk.feedback.improvement.ImprovementApi.addVoice;
import static helpdesk.feedback.improvement.ImprovementApi.as;
import static helpdesk.feedback.improvement.ImprovementApi.awaitNobodyWaits;
import static helpdesk.feedback.improvement.ImprovementApi.customerVoice;
import static helpdesk.feedback.improvement.ImprovementApi.finish;
import static helpdesk.feedback.improvement.ImprovementApi.open;
import static helpdesk.feedback.improvement.ImprovementApi.suggest;
import static helpdesk.feedback.improvement.ImprovementApi.voiceStates;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.feedback.fixture.Person;
import helpdesk.feedback.fixture.Story;
import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class ImprovementEventsTest {

    private static final String OPENED = "org.helpdesk.improvement.opened.v1";
    private static final String DONE = "org.helpdesk.improvement.done.v1";
    private static final String NOTICE_ASKED = "org.helpdesk.improvement.notice-asked.v1";
    private static final String CUSTOMERS = "helpdesk.customer";

    private static EventProbe probe;

    @Inject
    Telling telling;

    @Inject
    Mentions mentions;

    @BeforeAll
    static void listen() {
        probe = EventProbe.on("helpdesk.feedback");
    }

    @AfterAll
    static void leave() {
        probe.close();
    }

    @Test
    void what_is_opened_and_done_is_told() {
        String id = open();
        addVoice(id, customerVoice(UUID.randomUUID())).then().statusCode(201);
        finish(id);
        Event opened = probe.await(OPENED, id);
        Event done = probe.await(DONE, id);
        Contracts.assertFits(opened);
        Contracts.assertFits(done);
        assertThat(opened.data().get("source").asText()).isEqualTo("hand");
        assertThat(done.data().get("voices").asInt()).isEqualTo(1);
        assertThat(probe.of(id)).extracting(Event::type).containsExactly(OPENED, DONE);
        assertThat(probe.of(id)).extracting(Event::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void the_opening_tells_its_cause() {
        String cause = "carrier/" + UUID.randomUUID();
        Event opened = probe.await(OPENED, open("{\"title\":\"Better\",\"cause\":\"%s\"}".formatted(cause)));
        Contracts.assertFits(opened);
        assertThat(opened.data().get("cause").asText()).isEqualTo(cause);
        assertThat(opened.data().get("source").asText()).isEqualTo("cause");
    }

    @Test
    void who_asked_is_told_in_their_language_as_the_consequence_of_its_being_done() {
        Story story = Story.begin().with("language", "de-AT");
        String response = suggest(probe, story, 4, "Schneller");
        String id = open("{\"title\":\"Parcels\",\"responseIds\":[\"%s\"]}".formatted(response));
        String byHand = addVoice(
                        id,
                        "{\"phone\":\"+49309%07d\",\"language\":\"kk\"}"
                                .formatted(Math.abs(story.ticketId().hashCode() % 10_000_000)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String answered = as("agent")
                .get(ImprovementApi.IMPROVEMENTS + "/" + id + "/voices")
                .path("items[1].id");
        finish(id);
        Event done = probe.await(DONE, id);
        Event notice = probe.await(NOTICE_ASKED, answered);
        Contracts.assertFits(notice);
        assertThat(notice.data().get("outcome").asText()).isEqualTo("Bis Mittag.");
        assertThat(notice.data().get("ticketId").asText())
                .isEqualTo(story.ticketId().toString());
        assertThat(notice.data().get("customerId").asText())
                .isEqualTo(story.customerId().toString());
        assertThat(notice.data().get("contact").get("email").asText()).isEqualTo(story.customerId() + "@example.com");
        assertThat(notice.attributes())
                .containsEntry("actor", "system:improvement-done")
                .containsEntry("correlationid", done.attributes().get("correlationid"));
        Event other = probe.await(NOTICE_ASKED, byHand);
        Contracts.assertFits(other);
        assertThat(other.data().get("outcome").asText()).isEqualTo("By noon.");
        assertThat(other.data().get("language").asText()).isEqualTo("kk");
    }

    @Test
    void each_is_told_once_however_many_tell_and_wherever_it_breaks_off() throws InterruptedException {
        int count = 2 * Telling.BATCH + 7;
        String id = open();
        addMany(id, count);
        finish(id);
        QuarkusTransaction.begin();
        telling.tellSome();
        QuarkusTransaction.rollback();
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> tell = telling::tellSome;
            replicas.invokeAll(Collections.nCopies(12, tell));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count(
                                "improvement_voice where improvement_id = ? and state = 'TOLD'", UUID.fromString(id))
                        == count);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Database.count("outbox_event") == 0);
        notices(id, count);
        probe.of(id);
        assertThat(notices(id, count)).hasSize(count).doesNotHaveDuplicates();
        assertThat(Database.count(
                        "improvement_voice where improvement_id = ? and state <> 'TOLD'", UUID.fromString(id)))
                .isZero();
        assertThat(Database.value(Boolean.class, "select telling from improvement where id = ?", UUID.fromString(id)))
                .isFalse();
    }

    @Test
    void two_profiles_that_were_merged_are_one_person_until_the_merge_is_taken_back() {
        UUID duplicate = UUID.randomUUID();
        UUID survivor = UUID.randomUUID();
        String merged = open();
        String unmerged = open();
        for (String id : List.of(merged, unmerged)) {
            addVoice(id, "{\"customerId\":\"%s\"}".formatted(duplicate)).then().statusCode(201);
            addVoice(id, "{\"customerId\":\"%s\"}".formatted(survivor)).then().statusCode(201);
        }
        probe.publish(CUSTOMERS, Person.merged(duplicate, survivor, 4));
        awaitVoicesOf(survivor, 4);
        addVoice(merged, "{\"customerId\":\"%s\"}".formatted(duplicate)).then().statusCode(200);
        finish(merged);
        awaitNobodyWaits(merged);
        assertThat(voiceStates(merged)).containsExactlyInAnyOrder("told", "covered");
        probe.publish(CUSTOMERS, Person.unmerged(duplicate, survivor, 5));
        awaitVoicesOf(survivor, 2);
        finish(unmerged);
        awaitNobodyWaits(unmerged);
        assertThat(voiceStates(unmerged)).containsExactly("told", "told");
    }

    @Test
    void whoever_is_forgotten_is_told_nothing_and_nothing_is_left_of_them() {
        Person person = Person.somebody();
        String response = suggest(probe, person.story(), 4, "Call me at " + person.phone());
        String id = open("{\"title\":\"Better\",\"responseIds\":[\"%s\"]}".formatted(response));
        String byHand = open();
        addVoice(byHand, "{\"name\":\"%s\",\"email\":\"%s\"}".formatted(person.name(), person.email()))
                .then()
                .statusCode(201);
        Story complaint = person.story().with("type", "complaint");
        probe.publish("helpdesk.ticket", complaint.resolved());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("complaint where ticket_id = ?", complaint.ticketId()) == 1);
        assertThat(tablesThatMention(person))
                .anyMatch(found -> found.contains("table=improvement_voice"))
                .anyMatch(found -> found.contains("table=suggestion"))
                .anyMatch(found -> found.contains("table=complaint"));

        probe.publish(CUSTOMERS, person.erasureRequested(1));
        Event receipt = probe.await("org.helpdesk.personal-data.erased.v1", person.requestId());

        Contracts.assertFits(receipt);
        assertThat(receipt.data().get("erased").get("improvement-voices").asInt())
                .isEqualTo(2);
        assertThat(receipt.data().get("erased").get("complaints").asInt()).isEqualTo(1);
        assertThat(voiceStates(id)).containsExactly("erased");
        assertThat(voiceStates(byHand)).containsExactly("erased");
        assertThat(Database.count("suggestion where response_id = ?", UUID.fromString(response)))
                .isZero();
        finish(id);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !Database.value(
                        Boolean.class, "select telling from improvement where id = ?", UUID.fromString(id)));
        assertThat(voiceStates(id)).containsExactly("erased");
        assertThat(tablesThatMention(person)).isEmpty();
        addVoice(id, "{\"customerId\":\"%s\"}".formatted(person.customerId()))
                .then()
                .statusCode(422);
        addVoice(id, "{\"responseId\":\"%s\"}".formatted(response)).then().statusCode(422);
    }

    @Test
    void nobody_is_told_whose_erasure_has_begun() {
        UUID customer = UUID.randomUUID();
        String id = open();
        addVoice(id, customerVoice(customer)).then().statusCode(201);
        Database.execute("insert into erased_subject (id, erased_at) values (?, now())", customer);
        finish(id);
        awaitNobodyWaits(id);
        assertThat(voiceStates(id)).containsExactly("erased");
    }

    /** Whom the topic says to tell of the improvement, as often as it says so: at least so many. */
    private static Collection<String> notices(String improvement, int least) {
        Map<String, String> subjects = new HashMap<>();
        probe.await(event -> {
            if (NOTICE_ASKED.equals(event.type())
                    && improvement.equals(event.data().get("improvementId").asText())) {
                subjects.put(event.id(), event.subject());
            }
            return subjects.size() >= least;
        });
        return subjects.values();
    }

    private List<String> tablesThatMention(Person person) {
        return mentions.everywhere(person.terms()).stream()
                .filter(found -> found.contains("topic=null"))
                .toList();
    }

    private static void addMany(String id, int count) {
        Database.execute("""
                insert into improvement_voice (id, improvement_id, asked_of_id, person, contact, contact_email, language,
                    state, added_by, added_at)
                select gen_random_uuid(), i.id, i.id, 'mail ' || n, jsonb_build_object('name', 'Voice ' || n || ' of ' || i.id,
                    'email', n || '@' || i.id || '.example'), n || '@' || i.id || '.example', 'en', 'WAITING', 'test', now()
                from improvement i, generate_series(0, ? - 1) as n where i.id = ?""", count, UUID.fromString(id));
    }

    private static void awaitVoicesOf(UUID customer, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Database.count("improvement_voice where customer_id = ?", customer) == count);
    }
}
