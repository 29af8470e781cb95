package helpdesk.local.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Somebody who works on tickets.
 *
 * @param id of the account
 * @param name shown to customers
 * @param title shown to customers, null if there is none
 */
record Colleague(UUID id, String name, String title) {

    /** Everybody who works here now, in an order that does not change. */
    static List<Colleague> active(Connection connection) throws SQLException {
        List<Colleague> colleagues = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select id, name, title from agent where active order by id")) {
            while (rows.next()) {
                colleagues.add(new Colleague(rows.getObject(1, UUID.class), rows.getString(2), rows.getString(3)));
            }
        }
        return colleagues;
    }
}
