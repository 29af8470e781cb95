package helpdesk.ticket.privacy;

import helpdesk.platform.erasure.ErasureRequest;
import helpdesk.platform.erasure.WholeWord;
import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Removes saved views that were made to look for somebody: without what they look for they are nothing. */
@ApplicationScoped
class ErasedViews {

    private static final String REMOVE = """
            delete from ticket_view v where lower(v.name || ' ' || v.filter::text) ~ any(?) or exists (
                select 1 from jsonb_each_text(v.filter) criterion where lower(trim(both ' "' from criterion.value)) = any(?))""";

    private final Sql sql;

    ErasedViews(Sql sql) {
        this.sql = sql;
    }

    /** How many there were. A name of a single word is a word that others look for, too. */
    long remove(ErasureRequest request) {
        String[] addresses = request.contacts().stream().map(WholeWord::pattern).toArray(String[]::new);
        String[] names = request.names().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.indexOf(' ') >= 0)
                .toArray(String[]::new);
        return sql.execute(REMOVE, addresses, names);
    }
}
