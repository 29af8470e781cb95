package helpdesk.ticket.privacy;

import helpdesk.platform.erasure.ErasedSubjects;
import helpdesk.platform.erasure.Eraser;
import helpdesk.platform.erasure.ErasureOutcome;
import helpdesk.platform.erasure.ErasureRequest;
import helpdesk.platform.persistence.Sql;
import helpdesk.platform.succession.Successions;
import helpdesk.ticket.search.SearchDocuments;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Erases what tickets tell of a person. That there were tickets, how they stood and how long they took stays, for the figures. */
@ApplicationScoped
class TicketEraser implements Eraser {

    /** Files and documents make some of them large. */
    private static final int TICKETS_AT_ONCE = 20;

    private static final int MOST_SLICES = 100_000;

    /** A ticket that goes on in others has its words in their documents, too. */
    private static final String DOCUMENTS = """
            with recursive chain as (
                select id, merged_into, 0 as step from ticket where id = any(?)
                union
                select t.id, t.merged_into, step + 1 from ticket t join chain c on t.id = c.merged_into where step < 100)
            select distinct id from chain""";

    private final Successions successions;
    private final ErasedSubjects subjects;
    private final PersonalTickets tickets;
    private final ErasedTexts texts;
    private final ErasedViews views;
    private final SearchDocuments documents;
    private final Sql sql;

    TicketEraser(
            Successions successions,
            ErasedSubjects subjects,
            PersonalTickets tickets,
            ErasedTexts texts,
            ErasedViews views,
            SearchDocuments documents,
            Sql sql) {
        this.successions = successions;
        this.subjects = subjects;
        this.tickets = tickets;
        this.texts = texts;
        this.views = views;
        this.documents = documents;
        this.sql = sql;
    }

    @Override
    public ErasureOutcome erase(ErasureRequest request) {
        Set<UUID> person = new LinkedHashSet<>(request.subjects());
        person.addAll(QuarkusTransaction.requiringNew().call(() -> successions.kin(request.subjectId())));
        QuarkusTransaction.requiringNew().run(() -> tickets.claim(request.subjectId(), person, request.contacts()));
        List<UUID> theirs = QuarkusTransaction.requiringNew().call(() -> tickets.find(person));
        QuarkusTransaction.requiringNew().run(() -> subjects.add(theirs));
        Map<String, Long> erased = new TreeMap<>();
        for (int begin = 0; begin < theirs.size(); begin += TICKETS_AT_ONCE) {
            List<UUID> some = theirs.subList(begin, Math.min(begin + TICKETS_AT_ONCE, theirs.size()));
            QuarkusTransaction.requiringNew().run(() -> eraseSome(some.toArray(UUID[]::new))
                    .forEach((what, count) -> erased.merge(what, count, Long::sum)));
        }
        erased.put("thirdPartyConversations", eraseAsThirdParty(request));
        QuarkusTransaction.requiringNew().run(() -> erased.put("views", views.remove(request)));
        QuarkusTransaction.requiringNew()
                .run(() -> erased.put("customers", (long) sql.execute(
                        "delete from known_customer where id = any(?)", (Object) person.toArray(UUID[]::new))));
        erased.values().removeIf(count -> count == 0);
        return new ErasureOutcome(erased, theirs);
    }

    private Map<String, Long> eraseSome(UUID... some) {
        subjects.add(texts.conversations(some));
        Map<String, Long> erased = texts.erase(some);
        // Behind the tickets, as those who write on both hold them.
        erased.put("channelConversations", texts.channels(some));
        rewriteDocuments(some);
        return erased;
    }

    /** Where the person was asked about tickets of others. */
    private long eraseAsThirdParty(ErasureRequest request) {
        String[] addresses = request.contacts().toArray(String[]::new);
        long all = 0;
        for (int slice = 0; slice < MOST_SLICES; slice++) {
            int some = QuarkusTransaction.requiringNew().call(() -> eraseSomeAsThirdParty(addresses));
            all += some;
            if (some == 0) {
                break;
            }
        }
        return all;
    }

    private int eraseSomeAsThirdParty(String... addresses) {
        List<UUID> conversations = texts.conversationsWith(addresses, TICKETS_AT_ONCE);
        if (!conversations.isEmpty()) {
            subjects.add(conversations);
            rewriteDocuments(texts.eraseThirdParty(conversations.toArray(UUID[]::new)).stream()
                    .distinct()
                    .toArray(UUID[]::new));
        }
        return conversations.size();
    }

    private void rewriteDocuments(UUID... some) {
        sql.list(DOCUMENTS, row -> row.getObject(1, UUID.class), (Object) some).forEach(documents::rewrite);
    }
}
