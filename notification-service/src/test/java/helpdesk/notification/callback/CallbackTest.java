package helpdesk.notification.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import helpdesk.notification.capacity.CallingRules;
import helpdesk.notification.capacity.Slot;
import helpdesk.platform.persistence.Ids;
import helpdesk.platform.problem.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallbackTest {

    private static final Instant NOW = Instant.parse("2026-10-05T10:00:00Z");
    private static final Slot SLOT =
            new Slot(Instant.parse("2026-10-06T08:00:00Z"), Instant.parse("2026-10-06T08:30:00Z"));

    /** How a callback gets to each status in which it can be found. */
    private static final Map<CallbackStatus, Consumer<Callback>> WAYS = Map.of(
            CallbackStatus.SCHEDULED, callback -> {},
            CallbackStatus.COMPLETED, callback -> call(callback, AttemptOutcome.ANSWERED),
            CallbackStatus.NO_ANSWER, callback -> call(callback, AttemptOutcome.BUSY),
            CallbackStatus.EXHAUSTED,
                    callback -> {
                        call(callback, AttemptOutcome.BUSY);
                        call(callback, AttemptOutcome.VOICEMAIL);
                        call(callback, AttemptOutcome.NO_ANSWER);
                    },
            CallbackStatus.CANCELLED, callback -> callback.cancel(NOW),
            CallbackStatus.EXPIRED, callback -> callback.expire(NOW));

    /** What can be done to it, and what it is afterwards. */
    private static final Map<String, Consumer<Callback>> DEEDS = Map.of(
            "an answered call", callback -> call(callback, AttemptOutcome.ANSWERED),
            "a call that nobody answers", callback -> call(callback, AttemptOutcome.NO_ANSWER),
            "cancelling", callback -> callback.cancel(NOW),
            "expiring", callback -> callback.expire(NOW));

    private static final Map<String, CallbackStatus> LEADS_TO = Map.of(
            "an answered call", CallbackStatus.COMPLETED,
            "a call that nobody answers", CallbackStatus.NO_ANSWER,
            "cancelling", CallbackStatus.CANCELLED,
            "expiring", CallbackStatus.EXPIRED);

    static Stream<Arguments> everyStatusAndDeed() {
        return WAYS.keySet().stream()
                .flatMap(status -> DEEDS.keySet().stream().map(deed -> Arguments.of(status, deed)));
    }

    @ParameterizedTest(name = "{1} when {0}")
    @MethodSource("everyStatusAndDeed")
    void only_an_open_callback_goes_on(CallbackStatus status, String deed) {
        Callback callback = callback();
        WAYS.get(status).accept(callback);
        assertThat(callback.status()).isEqualTo(status);

        if (status == CallbackStatus.SCHEDULED || status == CallbackStatus.NO_ANSWER) {
            DEEDS.get(deed).accept(callback);
            assertThat(callback.status()).isEqualTo(LEADS_TO.get(deed));
        } else {
            Problem problem =
                    catchThrowableOfType(Problem.class, () -> DEEDS.get(deed).accept(callback));
            assertThat(problem.type().code()).isEqualTo("transition-not-allowed");
            assertThat(problem.members()).containsOnly(Map.entry("allowed", List.of()));
            assertThat(callback.status()).isEqualTo(status);
        }
    }

    @Test
    void the_table_of_transitions_is_this() {
        Map<String, List<String>> table = Stream.of(CallbackStatus.values())
                .collect(Collectors.toMap(CallbackStatus::wireName, status -> status.next().stream()
                        .map(CallbackStatus::wireName)
                        .sorted()
                        .toList()));

        assertThat(table)
                .isEqualTo(Map.of(
                        "requested", List.of("attempting", "cancelled", "no_answer", "queued", "scheduled"),
                        "scheduled", List.of("attempting", "cancelled", "expired", "no_answer", "queued", "scheduled"),
                        "queued", List.of("attempting", "cancelled", "expired", "no_answer", "queued", "scheduled"),
                        "attempting", List.of("completed"),
                        "no_answer",
                                List.of(
                                        "attempting",
                                        "cancelled",
                                        "exhausted",
                                        "expired",
                                        "no_answer",
                                        "queued",
                                        "scheduled"),
                        "completed", List.of(),
                        "exhausted", List.of(),
                        "cancelled", List.of(),
                        "expired", List.of()));
    }

    @Test
    void a_wish_without_a_time_is_due_from_the_wished_time_on_and_can_be_called_or_called_off() {
        Instant tomorrow = NOW.plus(Duration.ofDays(1));
        assertThat(wish(tomorrow).dueAt()).isEqualTo(tomorrow);
        assertThat(wish(null).dueAt()).isEqualTo(NOW);
        assertThat(wish(NOW.minusSeconds(1)).dueAt()).isEqualTo(NOW);
        assertThat(wish(NOW.plus(Duration.ofDays(366))).dueAt()).isEqualTo(NOW);

        Callback called = wish(null);
        assertThat(called.status()).isEqualTo(CallbackStatus.REQUESTED);
        assertThat(called.requested().callback().slotStart()).isNull();
        assertThat(call(called, AttemptOutcome.BUSY)).isNull();
        assertThat(call(called, AttemptOutcome.ANSWERED))
                .isInstanceOfSatisfying(CallbackEvent.Completed.class, completed -> assertThat(completed.onTime())
                        .isTrue());
        Callback calledOff = wish(null);
        calledOff.cancel(NOW);
        assertThat(calledOff.status()).isEqualTo(CallbackStatus.CANCELLED);
        assertThat(catchThrowableOfType(Problem.class, () -> wish(null).expire(NOW)))
                .isNotNull();
    }

    @Test
    void a_refusal_names_what_is_allowed() {
        Callback callback = callback();
        callback.attempt(AttemptOutcome.ANSWERED, null, "account:1", CallingRules.USUAL, NOW);

        Problem problem = catchThrowableOfType(Problem.class, () -> callback.cancel(NOW));

        assertThat(problem.members()).containsEntry("allowed", List.of("completed"));
        assertThat(problem)
                .hasMessage("A callback that is attempting cannot become cancelled. It can become: completed.");
    }

    @Test
    void an_answered_call_is_attempted_and_then_completed() {
        Callback callback = callback();
        Instant at = SLOT.start().plusSeconds(60);

        CallbackEvent.Attempted attempted =
                callback.attempt(AttemptOutcome.ANSWERED, "All well", "account:1", CallingRules.USUAL, at);
        CallbackEvent concluded = callback.conclude(CallingRules.USUAL, at).orElseThrow();

        assertThat(attempted.callback().status()).isEqualTo(CallbackStatus.ATTEMPTING);
        assertThat(attempted.attempt()).isEqualTo(1);
        assertThat(concluded).isInstanceOfSatisfying(CallbackEvent.Completed.class, completed -> {
            assertThat(completed.callback().status()).isEqualTo(CallbackStatus.COMPLETED);
            assertThat(completed.onTime()).isTrue();
        });
        assertThat(callback.dueAt()).isNull();
        assertThat(callback.attempts())
                .containsExactly(new CallbackAttempt(at, AttemptOutcome.ANSWERED, "All well", "account:1"));
    }

    @Test
    void on_time_is_within_the_slot() {
        assertThat(onTime(SLOT.start().minusNanos(1))).isFalse();
        assertThat(onTime(SLOT.start())).isTrue();
        assertThat(onTime(SLOT.end().minusNanos(1))).isTrue();
        assertThat(onTime(SLOT.end())).isFalse();
    }

    @Test
    void a_callback_is_due_from_its_slot_on_and_again_15_minutes_after_a_call_that_reached_nobody() {
        Callback callback = callback();
        assertThat(callback.dueAt()).isEqualTo(SLOT.start());

        call(callback, AttemptOutcome.VOICEMAIL);

        assertThat(callback.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(15)));
    }

    @Test
    void the_third_call_that_reaches_nobody_is_the_last() {
        Callback callback = callback();
        assertThat(call(callback, AttemptOutcome.BUSY)).isNull();
        assertThat(call(callback, AttemptOutcome.VOICEMAIL)).isNull();

        CallbackEvent last = call(callback, AttemptOutcome.NO_ANSWER);

        assertThat(last).isInstanceOfSatisfying(CallbackEvent.Missed.class, missed -> {
            assertThat(missed.attempts()).isEqualTo(3);
            assertThat(missed.callback().status()).isEqualTo(CallbackStatus.EXHAUSTED);
        });
        assertThat(callback.dueAt()).isNull();
    }

    @Test
    void the_third_call_may_still_be_answered() {
        Callback callback = callback();
        call(callback, AttemptOutcome.BUSY);
        call(callback, AttemptOutcome.BUSY);

        assertThat(call(callback, AttemptOutcome.ANSWERED)).isInstanceOf(CallbackEvent.Completed.class);
    }

    private static Callback wish(Instant slotStart) {
        BookCallback wish = new BookCallback(
                null, "Amara", "+447700900142", slotStart, "Europe/London", "Parcel", null, "en", null);
        return new Callback(Ids.next(), wish, "customer:1", NOW);
    }

    private static boolean onTime(Instant at) {
        Callback callback = callback();
        callback.attempt(AttemptOutcome.ANSWERED, null, "account:1", CallingRules.USUAL, at);
        return ((CallbackEvent.Completed)
                        callback.conclude(CallingRules.USUAL, at).orElseThrow())
                .onTime();
    }

    private static CallbackEvent call(Callback callback, AttemptOutcome outcome) {
        callback.attempt(outcome, null, "account:1", CallingRules.USUAL, NOW);
        return callback.conclude(CallingRules.USUAL, NOW).orElse(null);
    }

    private static Callback callback() {
        BookCallback wish = new BookCallback(
                null, "Amara Okafor", "+44 7700 900142", SLOT.start(), "Europe/London", "My order", null, null, null);
        return new Callback(Ids.next(), wish, SLOT, CallingRules.USUAL, "account:1", NOW);
    }
}
