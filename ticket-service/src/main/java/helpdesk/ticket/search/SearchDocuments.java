package helpdesk.ticket.search;

import helpdesk.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The words of tickets, each ticket's in a document of its own, written in the transaction of what it is about. */
@ApplicationScoped
public class SearchDocuments {

    /** Of one text: more than the longest can have. */
    private static final int MOST_WORDS = 66_000;

    /** In bytes. PostgreSQL takes a document of a megabyte; both together stay below, and what is beyond is not found. */
    private static final int LARGEST_DOCUMENT = 600_000;

    private static final int LARGEST_ADDITION = 350_000;

    private static final String ADD = "insert into ticket_search (ticket_id, document) values (?, cast(? as tsvector))";
    private static final String APPEND = "update ticket_search set document = document || cast(? as tsvector)"
            + " where ticket_id = ? and pg_column_size(document) < " + LARGEST_DOCUMENT;
    private static final String REPLACE =
            "insert into ticket_search (ticket_id, document) values (?, cast(? as tsvector))"
                    + " on conflict (ticket_id) do update set document = excluded.document";

    /**
     * A ticket's own words, and then what was said on it and on those merged into it, the newest first; not more than fits into
     * a document, whatever there is.
     */
    private static final String TEXTS = """
            with recursive merged as (
                select id, 0 as step from ticket where id = ?
                union all
                select t.id, step + 1 from ticket t join merged m on t.merged_into = m.id),
            said as (
                select id, author_name, body from ticket_comment where ticket_id in (select id from merged)
                union all
                select m.id, m.author_name, m.body from side_message m join side_conversation c on c.id = m.side_conversation_id
                where c.ticket_id in (select id from merged)),
            told as (
                select id, author_name, body, sum(length(body)) over (order by id desc) as sofar from said)
            (select concat_ws(' ', 'HD-' || t.number, t.subject), left(t.description, 66000 / (1 + m.step)),
                concat_ws(' ', requester_name, preferred_name, email, phone, handle),
                (select string_agg(value #>> '{}', ' ') from jsonb_each(custom_fields))
            from ticket t join merged m on m.id = t.id order by m.step, t.id limit 20)
            union all
            (select body, null, author_name, null from told where sofar <= 700000 order by id desc limit 500)""";

    private final Words words;
    private final Sql sql;

    SearchDocuments(Words words, Sql sql) {
        this.words = words;
        this.sql = sql;
    }

    /** Begins the document of a new ticket. Texts may be null. */
    public void add(UUID ticket, String... texts) {
        sql.execute(ADD, ticket, document(Arrays.asList(texts)));
    }

    /** Adds what was said. A document that has grown too large stays as it is. */
    public void append(UUID ticket, String... texts) {
        sql.execute(APPEND, document(Arrays.asList(texts)), ticket);
    }

    /** Writes the document anew from what the tables hold; what was not flushed is not seen. */
    public void rewrite(UUID ticket) {
        List<String> texts = new ArrayList<>();
        sql.list(
                TEXTS,
                row -> {
                    for (int column = 1; column <= 4; column++) {
                        texts.add(row.getString(column));
                    }
                    return null;
                },
                ticket);
        sql.execute(REPLACE, ticket, document(texts));
    }

    private String document(List<String> texts) {
        DocumentText document = new DocumentText(LARGEST_ADDITION);
        texts.stream().filter(Objects::nonNull).forEach(text -> document.add(words.of(text, MOST_WORDS)));
        return document.text();
    }
}
