package helpdesk.platform.outbox;

import static org.awaitility.Awaitility.await;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class RelayPaceTest {
    @Test
    void pace() {
        for (int round = 0; round < 4; round++) {
            long before = Database.count("effect");
            Database.execute("""
                insert into outbox_event (id, topic, key, type, source, subject, sequence, time, payload, headers)
                select gen_random_uuid(), 'helpdesk.platform-test', (n % 500)::text, 'org.helpdesk.note.changed.v1', '/platform-test', (n % 500)::text, n, now(),
                  ('{"noteId":"018f0000-0000-7000-8000-000000000000","text":"' || repeat('a', 600) || '"}')::json, '{"correlationid":"a","causationid":"b","actor":"account:1"}'
                from generate_series(1, 20000) n""");
            long start = System.nanoTime();
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> Database.count("outbox_event") == 0);
            long sent = System.nanoTime();
            await().pollInterval(Duration.ofMillis(50))
                    .atMost(Duration.ofSeconds(120))
                    .until(() -> Database.count("effect") >= before + 20000);
            System.out.printf(
                    "PACE relay %.0f/s, consumed after %.2f s more%n",
                    20000e9 / (sent - start), (System.nanoTime() - sent) / 1e9);
        }
    }
}
