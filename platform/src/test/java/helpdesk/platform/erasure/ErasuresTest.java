package helpdesk.platform.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import helpdesk.platform.inbox.PoisonException;
import helpdesk.platform.note.Effects;
import helpdesk.platform.note.Note;
import helpdesk.platform.note.NoteService;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A request to forget somebody is carried out, in as many tries as it takes, with one receipt a round. */
@QuarkusTest
@ActivateRequestContext
@WithTestResource(RealParts.class)
class ErasuresTest {

    private static final String INBOUND = "helpdesk.inbound";
    private static final String RECEIPT = "org.helpdesk.personal-data.erased.v1";

    private final EventProbe probe = EventProbe.on("helpdesk.platform-test");
    private final String name = "Zebulon " + UUID.randomUUID();
    private final String email = UUID.randomUUID() + "@example.org";
    private final UUID subject = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();

    @Inject
    Erasures erasures;

    @Inject
    ErasedSubjects subjects;

    @Inject
    NoteService notes;

    @Inject
    NoteEraser eraser;

    @Inject
    Effects effects;

    @Inject
    MovableClock clock;

    @AfterEach
    void close() {
        probe.close();
        clock.reset();
    }

    @Test
    void what_is_held_goes_with_letters_and_answers_that_speak_of_it_and_a_receipt_comes() {
        Note note = notes.write("About " + name);
        given().auth()
                .oauth2(Tokens.of("agent"))
                .contentType("application/json")
                .header("Idempotency-Key", request)
                .body(Map.of("text", "Mail to " + email))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);
        Event letter = deadLetter(note.id().toString());
        Event other = deadLetter(UUID.randomUUID().toString());

        ask(1);
        Event receipt = receipt(1);
        Contracts.assertFits(receipt);
        assertThat(receipt.data().path("service").asText()).isEqualTo("platform-test");
        assertThat(receipt.data().path("erased").path("notes").asInt()).isOne();
        assertThat(receipt.attributes())
                .containsEntry("subject", request.toString())
                .containsEntry("sequence", "1");
        assertThat(subjects.among(List.of(subject, note.id(), UUID.randomUUID())))
                .containsExactlyInAnyOrder(subject, note.id());
        assertThat(Database.count("idempotency_record where key = ?", request.toString()))
                .isZero();
        assertThat(letters(letter)).isZero();
        assertThat(letters(other)).isOne();
        assertThat(Database.count("erasure_task where request_id = ?", request)).isZero();

        ask(2);
        assertThat(receipt(2).data().path("erased").path("notes").asInt()).isZero();
    }

    @Test
    void what_fails_is_tried_again() {
        eraser.failOnceFor(request);
        notes.write("About " + name);
        ask(1);
        assertThat(receipt(1).data().path("erased").path("notes").asInt()).isOne();
    }

    @Test
    void a_try_that_nobody_finished_is_taken_over() {
        Database.execute("""
                insert into erasure_task (request_id, round, request, event_id, correlation_id, due_at)
                values (?, 1, cast(? as jsonb), 'event', 'chain', now() + interval '9 minutes')""", request, data(1).toString());
        clock.move(Duration.ofMinutes(10));
        assertThat(receipt(1).data().path("requestId").asText()).isEqualTo(request.toString());
    }

    private void ask(int round) {
        String chain = "erasure " + request + round;
        effects.before(chain, erasures::accept);
        probe.publish(INBOUND, event(chain, data(round)));
    }

    private JsonNode data(int round) {
        var data = JsonNodeFactory.instance.objectNode();
        data.put("requestId", request.toString());
        data.put("customerId", subject.toString());
        data.put("round", round);
        data.putArray("formerIds");
        data.putArray("names").add(name);
        data.putArray("contacts").add(email);
        return data;
    }

    private Event receipt(int round) {
        return probe.await(event -> event.type().equals(RECEIPT)
                && event.data().path("requestId").asText().equals(request.toString())
                && event.data().path("round").asInt() == round);
    }

    /** An event that could not be handled, and speaks of this. */
    private Event deadLetter(String about) {
        String chain = "letter " + UUID.randomUUID();
        effects.before(chain, event -> {
            throw new PoisonException("not today");
        });
        Event event = event(chain, JsonNodeFactory.instance.objectNode().put("noteId", about));
        probe.publish(INBOUND, event);
        await().atMost(Duration.ofSeconds(30)).until(() -> letters(event) == 1);
        return event;
    }

    private static long letters(Event event) {
        return Database.count("dead_letter where record_headers::text like ?", "%" + event.id() + "%");
    }

    private static Event event(String subject, JsonNode data) {
        return new Event(
                Map.of(
                        "specversion", "1.0",
                        "id", UUID.randomUUID().toString(),
                        "source", "/another-service",
                        "type", "org.helpdesk.thing.happened.v1",
                        "subject", subject,
                        "time", "2026-03-29T08:30:00Z",
                        "sequence", "3"),
                subject,
                data);
    }
}
