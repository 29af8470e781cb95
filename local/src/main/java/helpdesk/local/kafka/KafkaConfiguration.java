package helpdesk.local.kafka;

import helpdesk.local.process.StartFailure;
import java.io.IOException;
import java.nio.file.Files;

/**
 * The broker's configuration files, written anew at each start so that a change of port or of these defaults takes effect.
 *
 * @param settings with definite ports
 */
record KafkaConfiguration(KafkaSettings settings) {

    void write() {
        try {
            Files.createDirectories(settings.dataDirectory());
            Files.writeString(settings.configuration(), server());
            Files.writeString(settings.logging(), logging());
        } catch (IOException e) {
            throw new StartFailure(
                    "The broker's configuration in %s can't be written (%s): free disk space and see that the folder is writable."
                            .formatted(settings.dataDirectory(), e.getMessage()),
                    e);
        }
    }

    private String server() {
        return """
                # Written at each start of the broker; changes here are lost.
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%1$d
                listeners=CLIENTS://127.0.0.1:%2$d,CONTROLLER://127.0.0.1:%1$d
                advertised.listeners=CLIENTS://127.0.0.1:%2$d
                listener.security.protocol.map=CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                log.dirs=%3$s

                auto.create.topics.enable=true
                num.partitions=6
                default.replication.factor=1
                min.insync.replicas=1
                message.max.bytes=1048588
                log.retention.hours=168
                log.segment.bytes=67108864
                log.index.size.max.bytes=1048576
                # Power loss costs at most this much of what the machine had not yet written by itself.
                log.flush.interval.ms=1000
                log.flush.scheduler.interval.ms=1000

                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=6
                offsets.topic.segment.bytes=16777216
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=3
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                share.coordinator.state.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0

                # One broker without replicas needs few threads and small buffers.
                num.network.threads=2
                num.io.threads=3
                num.replica.fetchers=1
                num.recovery.threads.per.data.dir=2
                background.threads=2
                log.cleaner.threads=1
                log.cleaner.dedupe.buffer.size=4194304
                log.cleaner.io.buffer.size=131072
                socket.send.buffer.bytes=131072
                socket.receive.buffer.bytes=131072
                queued.max.requests=200
                # A killed broker may only come back when its former session has run out: 9 s unless told otherwise.
                broker.heartbeat.interval.ms=1000
                broker.session.timeout.ms=4000
                metadata.max.idle.interval.ms=5000
                metadata.log.segment.bytes=16777216
                """.formatted(
                        settings.controllerPort(),
                        settings.port(),
                        settings.logs().toString().replace("\\", "\\\\"));
    }

    private static String logging() {
        return """
                # Written at each start of the broker; changes here are lost.
                handlers=java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level=ALL
                java.util.logging.ConsoleHandler.formatter=java.util.logging.SimpleFormatter
                java.util.logging.SimpleFormatter.format=%1$tF %1$tT.%1$tL %4$-7s [%3$s] %5$s%6$s%n
                .level=WARNING
                kafka.server.KafkaRaftServer.level=INFO
                org.apache.kafka.common.utils.AppInfoParser.level=SEVERE
                """;
    }
}
