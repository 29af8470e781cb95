package helpdesk.ticket;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** The statements that the service sends to its database, as a test sees them. */
@ApplicationScoped
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    /** What is the same for every request, or claims what a job then does. */
    private static final Pattern BESIDE = Pattern.compile("inbox|dead_letter|idempotency_record|resolved_at<");

    private static List<String> seen;
    private static Thread test;

    @Override
    public String inspect(String sql) {
        synchronized (Statements.class) {
            if (seen != null && isLookedAt() && !BESIDE.matcher(sql).find()) {
                seen.add(sql);
            }
        }
        return sql;
    }

    /** Jobs and consumers go on beside the test: only what it does itself, or a request, counts. */
    private static boolean isLookedAt() {
        return Thread.currentThread() == test
                || Arc.container().requestContext().isActive()
                        && Arc.container()
                                        .instance(CurrentVertxRequest.class)
                                        .get()
                                        .getCurrent()
                                != null;
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
        test = Thread.currentThread();
    }
}
