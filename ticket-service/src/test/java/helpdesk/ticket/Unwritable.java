package helpdesk.ticket;

import helpdesk.testing.Database;

/** Rows that the database refuses to change for a while. */
public final class Unwritable {

    private Unwritable() {}

    /** Does something while those rows of the table that have this id in the column can't be changed. */
    public static void during(String table, String column, String id, Runnable work) {
        Database.execute("""
                create or replace function refuse() returns trigger language plpgsql as $$
                begin raise exception 'this row is damaged'; end $$""");
        Database.execute(
                "create trigger refuse before update on %s for each row when (old.%s = '%s') execute function refuse()"
                        .formatted(table, column, id));
        try {
            work.run();
        } finally {
            Database.execute("drop trigger refuse on " + table);
        }
    }
}
