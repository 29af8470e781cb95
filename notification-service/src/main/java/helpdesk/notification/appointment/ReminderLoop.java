package helpdesk.notification.appointment;

import helpdesk.platform.identity.Actor;
import helpdesk.platform.request.Causation;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Reminds customers of their appointments, and agents of those of which nobody has told what came of them. What is due is taken
 * and told in one transaction: a process that dies in between leaves it to the next.
 */
@ApplicationScoped
class ReminderLoop {

    private static final int AT_ONCE = 100;

    /** A round ends after so many portions; what is left is for the next. */
    private static final int MOST_PORTIONS = 50;

    private static final Duration ASKED_AGAIN = Duration.ofHours(24);

    private final AppointmentRepository appointments;
    private final AppointmentReminders reminders;
    private final AppointmentMessages messages;
    private final Causation causation;
    private final Clock clock;

    ReminderLoop(
            AppointmentRepository appointments,
            AppointmentReminders reminders,
            AppointmentMessages messages,
            Causation causation,
            Clock clock) {
        this.appointments = appointments;
        this.reminders = reminders;
        this.messages = messages;
        this.causation = causation;
        this.clock = clock;
    }

    @Scheduled(every = "10s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void remindCustomers() {
        causation.actAs(Actor.system("appointment-reminder"));
        for (int i = 0; i < MOST_PORTIONS; i++) {
            if (QuarkusTransaction.requiringNew().call(this::remindSome) < AT_ONCE) {
                return;
            }
        }
    }

    @Scheduled(every = "1m", delayed = "7s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @ActivateRequestContext
    void askForOutcomes() {
        causation.actAs(Actor.system("appointment-outcome"));
        for (int i = 0; i < MOST_PORTIONS; i++) {
            if (QuarkusTransaction.requiringNew().call(this::askForSome) < AT_ONCE) {
                return;
            }
        }
    }

    /** Where two are due, because nothing ran for a while, the later one says it all. */
    private int remindSome() {
        Map<UUID, Duration> latest = new HashMap<>();
        int taken = 0;
        for (AppointmentReminders.Due due : reminders.take(AT_ONCE)) {
            latest.merge(due.appointment(), due.ahead(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            taken++;
        }
        Instant now = clock.instant();
        latest.forEach((id, ahead) -> appointments
                .findByIdOptional(id)
                .filter(appointment -> appointment.status() == AppointmentStatus.BOOKED
                        && now.isBefore(appointment.window().start()))
                .ifPresent(appointment -> messages.remind(appointment, ahead)));
        return taken;
    }

    private int askForSome() {
        Instant now = clock.instant();
        int asked = 0;
        for (Appointment appointment : appointments.claimUntold(now, AT_ONCE)) {
            messages.askForOutcome(appointment, now);
            appointment.remindStaffAgain(now.plus(ASKED_AGAIN));
            asked++;
        }
        return asked;
    }
}
