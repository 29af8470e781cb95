package helpdesk.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Begins no scheduled work while the service stops: the database is closed before the scheduler is. */
@ApplicationScoped
class JobsPause {

    private final Scheduler scheduler;

    JobsPause(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    void stop(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        scheduler.pause();
    }
}
