package helpdesk.notification.calendar;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;

/** The calendars, one an agent. */
@ApplicationScoped
class AgentCalendars implements PanacheRepositoryBase<AgentCalendar, UUID> {

    /** The agent's calendar, which stays as it is until the transaction ends. Bookings do not wait for each other here. */
    Optional<AgentCalendar> held(UUID agent) {
        return findByIdOptional(agent, LockModeType.PESSIMISTIC_READ);
    }
}
