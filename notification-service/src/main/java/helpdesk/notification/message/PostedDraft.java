package helpdesk.notification.message;

import helpdesk.notification.customers.Owner;
import helpdesk.notification.message.MessageRepository.Cause;
import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;

/** A draft, whose it is, and why it was posted. */
record PostedDraft(
        MessageDraft draft, Owner owner, String correlationId, String causationId, String traceParent, Actor actor) {

    Cause cause() {
        return new Cause(draft.causeId(), draft.kind());
    }

    PostedDraft of(Owner customer) {
        return new PostedDraft(draft, customer, correlationId, causationId, traceParent, actor);
    }

    void following(Causation causation, Runnable work) {
        causation.following(correlationId, causationId, traceParent, actor, () -> {
            work.run();
            return null;
        });
    }
}
