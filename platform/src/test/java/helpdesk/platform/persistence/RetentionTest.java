package helpdesk.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class RetentionTest {

    @Inject
    Retention retention;

    @Test
    void all_that_is_older_is_deleted_and_nothing_else() {
        Database.execute("""
                insert into inbox (consumer, source, event_id, received_at)
                select 'retention', '/test', n::text, timestamptz '2000-01-01T00:00:00Z' + n * interval '1 second'
                from generate_series(0, 11999) n""");
        assertThat(retention.deleteOlder("inbox", "received_at", Instant.parse("2000-01-01T03:19:50Z")))
                .isEqualTo(11_990);
        assertThat(Database.count("inbox where consumer = 'retention'")).isEqualTo(10);
    }
}
