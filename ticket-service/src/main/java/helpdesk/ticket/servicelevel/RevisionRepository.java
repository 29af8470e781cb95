package helpdesk.ticket.servicelevel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Where revisions of policies are kept. */
@ApplicationScoped
public class RevisionRepository implements PanacheRepositoryBase<PolicyRevision, UUID> {}
