package helpdesk.platform.inbox;

import helpdesk.platform.identity.Roles;
import helpdesk.platform.paging.Cursors;
import helpdesk.platform.paging.Page;
import helpdesk.platform.paging.PageRequest;
import helpdesk.platform.problem.Failures;
import helpdesk.platform.problem.PlatformProblem;
import helpdesk.platform.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

/** Lets operators see the events that a service could not handle, and have them handled again. */
@Path("/api/v1/services/{service}/dead-letters")
@RolesAllowed(Roles.ADMIN)
@Tag(name = "Operations")
public class DeadLetterResource {

    private static final Logger LOG = Logger.getLogger(DeadLetterResource.class);
    private static final String LIST = "dead-letters";

    private final DeadLetterStore store;
    private final EventConsumer consumer;
    private final Instance<NamedConsumer> consumers;
    private final Cursors cursors;
    private final Clock clock;
    private final String service;

    DeadLetterResource(
            DeadLetterStore store,
            EventConsumer consumer,
            @Any Instance<NamedConsumer> consumers,
            Cursors cursors,
            Clock clock,
            @ConfigProperty(name = "helpdesk.service") String service) {
        this.store = store;
        this.consumer = consumer;
        this.consumers = consumers;
        this.cursors = cursors;
        this.clock = clock;
        this.service = service;
    }

    @GET
    @Operation(summary = "Events that this service set aside and that were not redelivered, oldest first")
    @Transactional
    public Page<DeadLetterView> list(@PathParam("service") String name, @BeanParam @Valid PageRequest page) {
        requireThisService(name);
        List<String> after = cursors.open(page.after(), LIST);
        List<DeadLetter> found =
                store.waiting(after.isEmpty() ? null : UUID.fromString(after.getFirst()), page.limitPlusOne());
        return Page.of(
                found,
                page.limit(),
                DeadLetter::view,
                last -> cursors.seal(List.of(last.id().toString()), LIST));
    }

    @POST
    @Path("/{id}/redelivery")
    @Operation(summary = "Hands a dead letter to its consumer again; a second time has no second effect")
    @Transactional
    public DeadLetterView redeliver(@PathParam("service") String name, @PathParam("id") UUID id) {
        requireThisService(name);
        DeadLetter letter = store.lock(id)
                .orElseThrow(() -> PlatformProblem.NOT_FOUND.problem("There is no dead letter with this id."));
        NamedConsumer named = consumers.stream()
                .filter(candidate -> candidate.consumer().equals(letter.consumer()))
                .findAny()
                .orElseThrow(() -> PlatformProblem.CONFLICT.problem(
                        "The consumer %s does not exist any more; the record can only be read.", letter.consumer()));
        handAgain(letter, named);
        letter.redelivered(clock.instant());
        return letter.view();
    }

    private void handAgain(DeadLetter letter, NamedConsumer named) {
        try {
            consumer.redeliver(letter.consumer(), letter.record().toRecord(), named.handler());
        } catch (PoisonException | Problem refusal) {
            throw PlatformProblem.CONFLICT.problem("It failed again: %s", refusal.getMessage());
        } catch (RuntimeException e) {
            if (Failures.isTransient(e)) {
                throw e;
            }
            LOG.warnf(e, "Dead letter %s failed again", letter.id());
            throw PlatformProblem.CONFLICT.problem("It failed again. The log of %s has the cause.", service);
        }
    }

    private void requireThisService(String name) {
        if (!service.equals(name)) {
            throw PlatformProblem.NOT_FOUND.problem("This is %s.", service);
        }
    }
}
