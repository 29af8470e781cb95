package helpdesk.ticket;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The statements that the service sends to its database, as a test sees them. */
@ApplicationScoped
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    /** What jobs and consumers do beside the request that is looked at. */
    private static final Pattern BESIDE =
            Pattern.compile("inbox|dead_letter|idempotency_record|resolved_at<|problem_resolution");

    private static List<String> seen;

    @Override
    public String inspect(String sql) {
        synchronized (Statements.class) {
            if (seen != null && !BESIDE.matcher(sql).find()) {
                seen.add(sql);
            }
        }
        return sql;
    }

    /** What is sent while the work is done. */
    public static List<String> during(Runnable work) {
        List<String> all = new ArrayList<>();
        record(all);
        try {
            work.run();
        } finally {
            record(null);
        }
        return List.copyOf(all);
    }

    private static synchronized void record(List<String> all) {
        seen = all;
    }
}
