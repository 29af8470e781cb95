package helpdesk.testing;

import io.quarkus.arc.Arc;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * The statements that the service under test sends to its database, so that a test can hold them down: the number for a
 * list does not grow with the list. Jobs and consumers go on beside a test: only what it does itself, or what a request
 * does, is looked at.
 */
@ApplicationScoped
@PersistenceUnitExtension
public class Statements implements StatementInspector {

    private static List<String> seen;
    private static Thread test;

    @Override
    public String inspect(String sql) {
        synchronized (Statements.class) {
            if (seen != null && isLookedAt()) {
                seen.add(sql);
            }
        }
        return sql;
    }

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
