package helpdesk.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.platform.note.Note;
import helpdesk.platform.note.NoteService;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a transaction leaves in the outbox. */
@QuarkusTest
@ActivateRequestContext
@WithTestResource(RealParts.class)
class OutboxTest {

    private static final String TOPIC = "helpdesk.platform-test";
    private static final String WRITTEN = "org.helpdesk.note.written.v1";

    private final String text = "note " + UUID.randomUUID();

    @Inject
    NoteService service;

    @Inject
    Outbox outbox;

    @Test
    void state_and_event_are_stored_together() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write(text);
            Event event = probe.await(WRITTEN, note.id());
            assertThat(event.attributes())
                    .containsEntry("source", "/platform-test")
                    .containsEntry("specversion", "1.0")
                    .containsEntry("sequence", "0")
                    .containsEntry("partitionkey", note.id().toString())
                    .containsEntry("dataschema", "/events/" + WRITTEN + ".schema.json")
                    .containsEntry("header:content-type", "application/json")
                    .containsEntry("actor", "system:platform-test")
                    .containsKeys("id", "time", "correlationid", "causationid");
            assertThat(event.key()).isEqualTo(note.id().toString());
            assertThat(event.data().get("text").asText()).isEqualTo(text);
            assertThat(Database.count("note where text = ?", text)).isOne();
        }
    }

    @Test
    void a_rollback_leaves_neither() {
        assertThatThrownBy(() -> service.writeAndFail(text, new IllegalStateException("no")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Database.count("note where text = ?", text)).isZero();
        assertThat(Database.count("outbox_event where payload->>'text' = ?", text))
                .isZero();
    }

    @Test
    void events_of_one_transaction_have_sequences_of_their_own() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write(text);
            assertThat(service.change(note.id(), "b", "c").version()).isEqualTo(2);
            probe.await(event -> note.id().toString().equals(event.subject()) && event.sequence() == 2);
            assertThat(probe.of(note.id()).stream().map(Event::sequence)).containsExactly(0L, 1L, 2L);
        }
    }

    @Test
    void an_event_without_a_change_is_refused() {
        Note note = service.write(text);
        assertThatThrownBy(() -> service.change(note.id(), "b", "b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a change");
        assertThatThrownBy(() -> service.pretendChange(note.id())).isInstanceOf(IllegalStateException.class);
        assertThat(Database.value(String.class, "select text from note where id = ?", note.id()))
                .isEqualTo(text);
    }

    @Test
    void an_event_outside_of_a_transaction_is_refused() {
        Note note = QuarkusTransaction.requiringNew().call(() -> service.write(text));
        assertThatThrownBy(() -> outbox.append(note, note.change("b"))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void an_event_that_the_broker_would_not_take_is_refused() {
        assertThatThrownBy(() -> service.write("a".repeat(Outbox.LARGEST_PAYLOAD_BYTES)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_event_that_is_as_large_as_it_may_be_is_published() {
        // Were the payload kept as jsonb, its numbers would grow beyond what the broker takes.
        String numbers = "1,".repeat(400_000);
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write(numbers);
            assertThat(probe.await(WRITTEN, note.id()).data().get("text").asText())
                    .isEqualTo(numbers);
        }
    }

    @Test
    void text_of_all_the_world_arrives_as_it_was_written() {
        try (EventProbe probe = EventProbe.on(TOPIC)) {
            Note note = service.write("Grüße, привет, こんにちは, \uD83D\uDE00, \"quoted\" \\ and\nnewline");
            assertThat(probe.await(WRITTEN, note.id()).data().get("text").asText())
                    .isEqualTo("Grüße, привет, こんにちは, \uD83D\uDE00, \"quoted\" \\ and\nnewline");
        }
    }

    @Test
    void the_columns_are_those_that_an_outbox_router_reads() {
        List<String> columns = List.of(
                "id",
                "seq",
                "topic",
                "key",
                "type",
                "source",
                "subject",
                "sequence",
                "time",
                "payload",
                "headers",
                "traceparent");
        assertThat(columns).allSatisfy(column -> assertThat(Database.count(
                        "information_schema.columns where table_name = 'outbox_event' and column_name = ?", column))
                .as(column)
                .isOne());
    }

    @Test
    void contracts_are_where_the_tests_look_for_them() {
        assertThat(Contracts.directory()).isDirectory();
    }
}
