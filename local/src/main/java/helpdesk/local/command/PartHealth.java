package helpdesk.local.command;

import helpdesk.local.kafka.KafkaProbe;
import helpdesk.local.process.Ports;
import helpdesk.local.process.ResidentMemory;
import helpdesk.local.service.Readiness;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.PartState;
import helpdesk.local.stack.StackState;
import java.net.URI;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part as it is found at this moment, rather than as it was written down.
 *
 * @param state what was written down
 * @param process its process, if it runs
 * @param ready whether it serves
 */
record PartHealth(PartState state, Optional<ProcessHandle> process, boolean ready) {

    static PartHealth of(StackState stack, PartState state) {
        Optional<ProcessHandle> process =
                state.pid() == 0 ? Optional.empty() : state.identity().find();
        return new PartHealth(state, process, process.isPresent() && serves(stack, state));
    }

    /** @return one word for a table */
    String word() {
        if (ready) {
            return "ready";
        }
        return switch (state.phase()) {
            case STARTING -> "starting";
            case READY -> process.isPresent() ? "not ready" : "down";
            case WAITING -> "restarting";
            case STOPPED -> "stopped";
        };
    }

    /** @return KiB of memory held */
    OptionalLong memory() {
        return process.map(ResidentMemory::kibibytes).orElse(OptionalLong.empty());
    }

    private static boolean serves(StackState stack, PartState state) {
        boolean service = Arrays.stream(ServiceKind.values())
                .anyMatch(kind -> kind.module().equals(state.name()));
        if (service) {
            String host = state.port() == stack.port() ? URI.create(stack.url()).getHost() : Ports.LOOPBACK;
            return Readiness.ask(host, state.port()).ready();
        }
        return state.name().equals("kafka")
                ? KafkaProbe.answers(Ports.LOOPBACK, state.port())
                : !Ports.isFree(state.port());
    }
}
