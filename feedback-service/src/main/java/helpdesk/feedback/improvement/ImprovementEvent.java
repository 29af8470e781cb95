package helpdesk.feedback.improvement;

import com.fasterxml.jackson.annotation.JsonInclude;
import helpdesk.feedback.invitation.Contact;
import helpdesk.platform.outbox.DomainEvent;
import java.time.Instant;
import java.util.UUID;

/** What happens to an improvement. The data of each is fixed by its schema in {@code contracts/events}. */
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface ImprovementEvent extends DomainEvent {

    /** Something is to become better. */
    record Opened(
            UUID improvementId, String title, ImprovementSource source, String cause, UUID ownerId, Instant openedAt)
            implements ImprovementEvent {

        static Opened of(Improvement improvement) {
            return new Opened(
                    improvement.id(),
                    improvement.title(),
                    improvement.source(),
                    improvement.cause(),
                    improvement.ownerId(),
                    improvement.openedAt());
        }

        @Override
        public String eventType() {
            return "org.helpdesk.improvement.opened.v1";
        }
    }

    /**
     * It has become better.
     *
     * @param voices how many had asked for it
     */
    record Done(UUID improvementId, String title, UUID ownerId, long voices, Instant doneAt)
            implements ImprovementEvent {

        static Done of(Improvement improvement, long voices) {
            return new Done(improvement.id(), improvement.title(), improvement.ownerId(), voices, improvement.doneAt());
        }

        @Override
        public String eventType() {
            return "org.helpdesk.improvement.done.v1";
        }
    }

    /** Who asked for it is to be told. */
    record NoticeAsked(
            UUID voiceId,
            UUID improvementId,
            String title,
            String outcome,
            UUID customerId,
            Contact contact,
            String language,
            UUID ticketId,
            Instant askedAt)
            implements ImprovementEvent {

        static NoticeAsked of(Improvement improvement, Voice voice, Instant now) {
            Asker asker = voice.asker();
            return new NoticeAsked(
                    voice.id(),
                    improvement.id(),
                    improvement.title(),
                    improvement.writable().outcomeIn(asker.language()),
                    asker.customerId(),
                    asker.contact(),
                    asker.language(),
                    asker.ticketId(),
                    now);
        }

        @Override
        public String eventType() {
            return "org.helpdesk.improvement.notice-asked.v1";
        }
    }
}
