package helpdesk.local.stack;

import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The ports of a stack: eight in a row.
 *
 * @param first the gateway's
 */
public record PortPlan(int first) {

    /** What a stack listens on unless told otherwise. */
    public static final int DEFAULT_FIRST = 8080;

    private static final int COUNT = 8;
    private static final int POSTGRES_OFFSET = 5;
    private static final int KAFKA_OFFSET = 6;
    private static final int KAFKA_CONTROLLER_OFFSET = 7;
    private static final int FIRST_OF_ANY = 20_000;
    private static final int STEP_OF_SUGGESTIONS = 10;

    /** Checks that all eight exist. */
    public PortPlan {
        if (first < 1 || first + COUNT - 1 > 65535) {
            throw new StartFailure(
                    "--port takes a number from 1 to %d, because %d ports in a row are used; %d is not one."
                            .formatted(65536 - COUNT, COUNT, first));
        }
    }

    /**
     * @return eight ports that are free at this moment
     * @throws StartFailure if the machine has none left
     */
    public static PortPlan anyFree() {
        return IntStream.iterate(FIRST_OF_ANY, first -> first + COUNT <= 65535, first -> first + COUNT)
                .mapToObj(PortPlan::new)
                .filter(plan -> plan.needed(true, true).values().stream().allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new StartFailure(
                        "No %d free TCP ports in a row are left on this machine: end programs that hold many."
                                .formatted(COUNT)));
    }

    /** @return the port of a service */
    public int of(ServiceKind service) {
        return first + service.portOffset();
    }

    /** @return the port of PostgreSQL */
    public int postgres() {
        return first + POSTGRES_OFFSET;
    }

    /** @return the port of Kafka for clients */
    public int kafka() {
        return first + KAFKA_OFFSET;
    }

    /** @return the port of Kafka's controller, of no interest to clients */
    public int kafkaController() {
        return first + KAFKA_CONTROLLER_OFFSET;
    }

    /**
     * Checks that nobody listens on the ports that are going to be used.
     *
     * @param ownPostgres whether PostgreSQL is going to be started
     * @param ownKafka whether Kafka is going to be started
     * @throws StartFailure naming those that are taken, what they are needed for, and a number that would do
     */
    public void requireFree(boolean ownPostgres, boolean ownKafka) {
        String taken = needed(ownPostgres, ownKafka).entrySet().stream()
                .filter(entry -> !Ports.isFree(entry.getValue()))
                .map(entry -> "%d (%s)".formatted(entry.getValue(), entry.getKey()))
                .collect(Collectors.joining(", "));
        if (taken.isEmpty()) {
            return;
        }
        boolean several = taken.contains(",");
        throw new StartFailure(
                "%s %s %s in use by another program: end that program, or choose other ports with '--port %s'."
                        .formatted(
                                several ? "Ports" : "Port",
                                taken,
                                several ? "are" : "is",
                                suggestion(ownPostgres, ownKafka)));
    }

    private Map<String, Integer> needed(boolean ownPostgres, boolean ownKafka) {
        Map<String, Integer> needed = new LinkedHashMap<>();
        for (ServiceKind service : ServiceKind.values()) {
            needed.put(service.module(), of(service));
        }
        if (ownPostgres) {
            needed.put("postgres", postgres());
        }
        if (ownKafka) {
            needed.put("kafka", kafka());
            needed.put("kafka's controller", kafkaController());
        }
        return needed;
    }

    private String suggestion(boolean ownPostgres, boolean ownKafka) {
        return IntStream.iterate(
                        first + STEP_OF_SUGGESTIONS, port -> port + COUNT <= 65535, port -> port + STEP_OF_SUGGESTIONS)
                .filter(port -> new PortPlan(port)
                        .needed(ownPostgres, ownKafka).values().stream().allMatch(Ports::isFree))
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse("N");
    }
}
