package helpdesk.platform.time;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;

/** Whether the service stops: runs that take long end then, because the database is closed soon. */
@ApplicationScoped
public class Stopping {

    private volatile boolean begun;

    /** Whether it has begun to stop. */
    public boolean hasBegun() {
        return begun;
    }

    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) ShutdownEvent event) {
        begun = true;
    }
}
