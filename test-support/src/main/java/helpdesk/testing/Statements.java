package helpdesk.testing;

import jakarta.enterprise.inject.spi.CDI;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;

/**
 * Counts the statements that the service under test sends to its database, so that a test can hold them down: the number
 * for a list does not grow with the list.
 */
public final class Statements {

    private Statements() {}

    /**
     * How many statements the work takes. Consumers and jobs that run meanwhile count too: let them come to rest first. The
     * outbox relay does not count.
     */
    public static long count(Runnable work) {
        Statistics statistics = CDI.current().select(SessionFactory.class).get().getStatistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getPrepareStatementCount();
        work.run();
        return statistics.getPrepareStatementCount() - before;
    }
}
