package helpdesk.feedback.response;

import helpdesk.feedback.invitation.Invitation;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Where responses are kept. */
@ApplicationScoped
public class ResponseRepository implements PanacheRepositoryBase<Response, UUID> {

    /** The answers to the invitation, if there are any. */
    Optional<Response> findOf(Invitation invitation) {
        return find("invitation", invitation).firstResultOptional();
    }

    /**
     * The newest first, each with its invitation and survey.
     *
     * @param ticket only those about this ticket, or null for all
     */
    List<Response> page(UUID ticket, UUID after, int limit) {
        StringBuilder query =
                new StringBuilder("from Response r join fetch r.invitation i join fetch i.survey where true");
        Map<String, Object> parameters = new HashMap<>();
        if (ticket != null) {
            query.append(" and i.solution.ticketId = :ticket");
            parameters.put("ticket", ticket);
        }
        if (after != null) {
            query.append(" and r.id < :after");
            parameters.put("after", after);
        }
        return find(query.append(" order by r.id desc").toString(), parameters)
                .page(Page.ofSize(limit))
                .list();
    }
}
