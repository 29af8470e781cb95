package helpdesk.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import helpdesk.local.process.Ports;
import helpdesk.local.process.StartFailure;
import helpdesk.local.service.ServiceKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PortPlanTest {

    @Test
    void eightPortsInARowAreUsed() {
        PortPlan plan = new PortPlan(9000);
        Set<Integer> ports = Arrays.stream(ServiceKind.values()).map(plan::of).collect(Collectors.toSet());
        ports.addAll(Set.of(plan.postgres(), plan.kafka(), plan.kafkaController()));
        assertThat(ports).containsExactlyInAnyOrder(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9007);
        assertThat(plan.of(ServiceKind.GATEWAY)).isEqualTo(9000);
    }

    @Test
    void aPortInUseIsNamedWithItsPartAndAWayOut() throws IOException {
        PortPlan plan = PortPlan.anyFree();
        try (ServerSocket taken = listenOn(plan.of(ServiceKind.CUSTOMER))) {
            assertThatThrownBy(() -> plan.requireFree(true, true))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Port %d (customer-service) is in use".formatted(taken.getLocalPort()))
                    .hasMessageMatching(".*choose other ports with '--port \\d+'\\.");
        }
    }

    @Test
    void severalPortsInUseAreAllNamed() throws IOException {
        PortPlan plan = PortPlan.anyFree();
        try (ServerSocket gateway = listenOn(plan.first());
                ServerSocket controller = listenOn(plan.kafkaController())) {
            assertThatThrownBy(() -> plan.requireFree(true, true))
                    .hasMessageStartingWith("Ports %d (gateway), %d (kafka's controller) are in use"
                            .formatted(gateway.getLocalPort(), controller.getLocalPort()));
        }
    }

    @Test
    void portsOfServersThatAreNotStartedHereDoNotMatter() throws IOException {
        PortPlan plan = PortPlan.anyFree();
        try (ServerSocket postgres = listenOn(plan.postgres());
                ServerSocket kafka = listenOn(plan.kafka())) {
            assertThatCode(() -> plan.requireFree(false, false)).doesNotThrowAnyException();
            assertThat(Ports.isFree(postgres.getLocalPort()) || Ports.isFree(kafka.getLocalPort()))
                    .isFalse();
        }
    }

    @Test
    void aNumberThatLeavesNoRoomIsRefused() {
        assertThatThrownBy(() -> new PortPlan(0)).hasMessageContaining("from 1 to 65528");
        assertThatThrownBy(() -> new PortPlan(65529)).hasMessageContaining("from 1 to 65528");
        assertThat(new PortPlan(65528).kafkaController()).isEqualTo(65535);
    }

    private static ServerSocket listenOn(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }
}
