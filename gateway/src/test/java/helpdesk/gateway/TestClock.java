package helpdesk.gateway;

import helpdesk.testing.MovableClock;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The clock of the service under test, which tests can move. Who moves it resets it. */
class TestClock {

    @Produces
    @Singleton
    MovableClock clock() {
        return new MovableClock();
    }
}
