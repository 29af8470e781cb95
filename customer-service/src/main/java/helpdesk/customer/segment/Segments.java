package helpdesk.customer.segment;

import helpdesk.customer.definition.Definitions;
import jakarta.enterprise.context.ApplicationScoped;

/** The segments. */
@ApplicationScoped
class Segments implements Definitions<Segment> {}
