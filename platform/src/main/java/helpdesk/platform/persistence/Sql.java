package helpdesk.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.hibernate.stat.spi.StatisticsImplementor;
import org.postgresql.PGStatement;

/**
 * Statements about rows that are no entities, in the transaction at hand. They cost a fraction of a native query, which
 * Hibernate interprets, keeps and compares with every other. Hibernate knows nothing of them: who needs what it has not
 * written yet flushes first.
 */
@ApplicationScoped
public class Sql {

    private final Session session;
    private final StatisticsImplementor statistics;
    private final StatementInspector inspector;

    Sql(Session session, SessionFactory factory) {
        this.session = session;
        SessionFactoryImplementor implementor = factory.unwrap(SessionFactoryImplementor.class);
        this.statistics = implementor.getStatistics();
        StatementInspector configured = implementor.getSessionFactoryOptions().getStatementInspector();
        this.inspector = configured == null ? statement -> statement : configured;
    }

    /**
     * Executes a statement that gives no rows.
     *
     * @param parameters in the order of the question marks: null, texts, numbers, UUIDs, instants, and arrays of texts or UUIDs
     * @return how many rows it touched
     * @throws org.hibernate.JDBCException what the database says, as with any other statement of the session
     */
    public int execute(String statement, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
                return prepared.executeUpdate();
            }
        });
    }

    /** Executes a statement and reads all of its rows. */
    public <T> List<T> list(String statement, RowReader<T> reader, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
                return read(prepared, reader);
            }
        });
    }

    /** Executes a statement and reads its first row, if it has one. */
    public <T> Optional<T> first(String statement, RowReader<T> reader, Object... parameters) {
        return list(statement, reader, parameters).stream().findFirst();
    }

    /**
     * The same as {@link #list}, planned afresh for these values. For searches: what is best for a rare value is bad for a
     * frequent one, and the server would keep one plan for all of them.
     */
    public <T> List<T> search(String statement, RowReader<T> reader, Object... parameters) {
        return session.doReturningWork(connection -> {
            try (PreparedStatement prepared = prepare(connection, statement, parameters)) {
                prepared.unwrap(PGStatement.class).setPrepareThreshold(0);
                return read(prepared, reader);
            }
        });
    }

    private static <T> List<T> read(PreparedStatement prepared, RowReader<T> reader) throws SQLException {
        try (ResultSet rows = prepared.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        }
    }

    private PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        // Counted and shown with those of Hibernate, so that a test that holds the number of statements down sees all.
        statistics.prepareStatement();
        PreparedStatement prepared = connection.prepareStatement(inspector.inspect(statement));
        try {
            for (int i = 0; i < parameters.length; i++) {
                prepared.setObject(i + 1, inWireForm(connection, parameters[i]));
            }
            return prepared;
        } catch (SQLException | RuntimeException e) {
            prepared.close();
            throw e;
        }
    }

    private static Object inWireForm(Connection connection, Object parameter) throws SQLException {
        return switch (parameter) {
            case Instant time -> inUtc(time);
            case String[] texts -> connection.createArrayOf("text", texts);
            case UUID[] ids -> connection.createArrayOf("uuid", ids);
            case null -> null;
            default -> parameter;
        };
    }

    private static OffsetDateTime inUtc(Instant time) throws SQLException {
        try {
            return time.atOffset(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // The years of moments go further than those of dates, and far beyond what the database knows.
            throw new SQLDataException("A time is out of range", "22008", e);
        }
    }

    /** Reads the row that a result set is at. */
    @FunctionalInterface
    public interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }
}
