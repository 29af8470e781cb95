package helpdesk.local.stack;

import helpdesk.local.process.Part;
import helpdesk.local.process.Ports;
import helpdesk.local.service.ServiceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * Further processes of the ticket service beside the one of a running stack, as on further machines.
 *
 * @param state of the stack
 * @param data of the stack
 * @param database that they share with it
 * @param environment of the caller
 */
public record Replicas(
        StackState state, DataDirectory data, ServiceDatabase database, Map<String, String> environment) {

    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    /**
     * Starts one and waits until it serves. Whoever starts it stops it.
     *
     * @param name of its log
     */
    public Part.RunningPart start(String name) {
        StackSettings settings = new StackSettings(SourceTree.root(), data, new PortPlan(state.port()), environment);
        Part replica = new StackParts(settings, Secrets.of(data.secrets()), notice -> {})
                .replica(ServiceKind.TICKET, name, Ports.anyFree(), database.owner());
        return replica.start(Instant.now().plus(START_PATIENCE), process -> {});
    }
}
