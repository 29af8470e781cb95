package helpdesk.platform.note;

import helpdesk.platform.inbox.EventConsumer;
import helpdesk.platform.inbox.EventHandler;
import helpdesk.platform.inbox.IncomingEvent;
import helpdesk.platform.inbox.NamedConsumer;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Follows the notes, and answers one that asks for it with another. */
@ApplicationScoped
public class Echoes implements NamedConsumer {

    private final EventConsumer consumer;
    private final Effects effects;
    private final NoteService service;

    Echoes(EventConsumer consumer, Effects effects, NoteService service) {
        this.consumer = consumer;
        this.effects = effects;
        this.service = service;
    }

    @Incoming("notes")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        consumer.consume(consumer(), records, handler());
    }

    @Override
    public String consumer() {
        return "platform-test.echoes";
    }

    @Override
    public EventHandler handler() {
        return this::handle;
    }

    private void handle(IncomingEvent event) {
        effects.add(event);
        if (event.type().equals("org.helpdesk.note.written.v1")) {
            NoteText note = event.data(NoteText.class);
            if (note.text().startsWith("echo ")) {
                service.write("reply to " + note.noteId());
            }
        }
    }

    record NoteText(UUID noteId, String text) {}
}
