package helpdesk.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.MovableClock;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Customers are greeted on their days, and told that they are missed: by name, in their language, once, and in time. */
@QuarkusTest
@WithTestResource(RealParts.class)
class GreetingEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";

    private final EventProbe probe = EventProbe.on("helpdesk.notification", "helpdesk.customer.dlq");
    private final UUID customer = UUID.randomUUID();

    @Inject
    MovableClock clock;

    private int sequence;

    @AfterEach
    void close() {
        clock.reset();
        probe.close();
    }

    @Test
    void a_greeting_is_by_name_and_in_the_language_of_the_profile() {
        publish(profile().withData("preferredName", "Ama").withData("languages", List.of("ru", "en")));
        publish(reached());

        Map<String, Object> greeting = awaitMessages(1).getFirst();

        assertThat(greeting)
                .containsEntry("kind", "greeting")
                .containsEntry("state", "kept")
                .containsEntry("channel", "email")
                .containsEntry("to", "ama@example.org")
                .containsEntry("language", "ru")
                .containsEntry("subject", "Вы с нами уже 5 лет")
                .doesNotContainKey("ticketId");
        assertThat(body(greeting)).startsWith("Здравствуйте, Ama!\n\nВы с нами уже 5 лет.");
        Event delivered = probe.await(
                "org.helpdesk.message.delivered.v1", greeting.get("id").toString());
        Contracts.assertFits(delivered);
        assertThat(delivered.data().get("kind").asText()).isEqualTo("greeting");
    }

    @ParameterizedTest
    @CsvSource({
        "birthday, Happy birthday!, All of us wish you health",
        "anniversary, Thank you for being with us, It is good to have you with us.",
        "day, For a special day: Opening of the second shop, Opening of the second shop",
        "of_tomorrow, For a special day: Opening of the second shop, Opening of the second shop"
    })
    void each_kind_of_day_has_words_of_its_own(String kind, String subject, String words) {
        publish(profile());
        publish(reached()
                .withData("kind", kind)
                .withData("title", "Opening of the second shop")
                .withData("years", null));

        Map<String, Object> greeting = awaitMessages(1).getFirst();

        assertThat(greeting).containsEntry("kind", "greeting").containsEntry("subject", subject);
        assertThat(body(greeting)).startsWith("Hello Ama Serwaa,").contains(words);
    }

    @Test
    void who_stays_away_is_told_that_they_are_missed() {
        publish(profile().withData("languages", List.of("de-AT")));
        publish(lapsed());

        Map<String, Object> missed = awaitMessages(1).getFirst();

        assertThat(missed)
                .containsEntry("kind", "missed")
                .containsEntry("state", "kept")
                .containsEntry("to", "ama@example.org")
                .containsEntry("language", "de")
                .containsEntry("subject", "Sie fehlen uns");
        assertThat(body(missed))
                .startsWith("Guten Tag Ama Serwaa,")
                .contains("dass Ihr Abonnement abgelaufen ist: Newspaper, six days a week\n");
        Event delivered = probe.await(
                "org.helpdesk.message.delivered.v1", missed.get("id").toString());
        Contracts.assertFits(delivered);
        assertThat(delivered.data().get("kind").asText()).isEqualTo("missed");
    }

    @Test
    void what_ended_is_told_as_it_ended() {
        publish(profile());
        publish(lapsed().withData("because", "subscription_cancelled"));
        publish(lapsed().withData("because", "no_visits").withData("what", null));

        List<Map<String, Object>> messages = awaitMessages(2);
        assertThat(body(messages.get(1))).contains("you have cancelled your subscription: Newspaper, six days a week");
        assertThat(body(messages.get(0))).contains("since your last visit.").doesNotContain("subscription");
    }

    @Test
    void what_is_told_twice_under_two_ids_is_written_once() {
        publish(profile());
        Event reached = reached();
        Event lapsed = lapsed();
        for (Event event : List.of(reached, lapsed, reached, lapsed, reached.again(), lapsed.again())) {
            publish(event);
        }
        // The same day of the next year, and another lapse, are told again.
        publish(reached.again().withData("date", today().plusYears(1).toString()));
        publish(lapsed.again().withData("lapseId", UUID.randomUUID()));

        awaitHandled();
        assertThat(messages())
                .extracting(message -> message.get("kind"))
                .containsExactly("missed", "greeting", "missed", "greeting");
    }

    @Test
    void whom_colleagues_greet_and_who_is_not_to_be_told_gets_nothing() {
        publish(profile());
        publish(reached().withData("act", "note"));
        publish(lapsed().withData("tell", false));

        awaitHandled();
        assertThat(messages()).isEmpty();
    }

    @Test
    void nobody_is_greeted_more_than_14_days_late() {
        LocalDate day = today();
        publish(profile());
        clock.move(Duration.between(
                clock.instant(), day.plusDays(14).atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)));
        Event lapsed = lapsed().withData("lapsedAt", day + "T09:00:02.530Z");
        publish(reached().withData("date", day.toString()));
        publish(lapsed);
        awaitMessages(2);
        clock.move(Duration.ofDays(1));
        publish(reached().withData("date", day.toString()));
        publish(lapsed.again().withData("lapseId", UUID.randomUUID()));

        awaitHandled();
        assertThat(messages()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_does_not_want_greetings_gets_none(boolean nothingAtAll) {
        publish(
                nothingAtAll
                        ? profile().withData("doNotContact", true)
                        : profile()
                                .withData(
                                        "consents",
                                        List.of(Map.of(
                                                "purpose",
                                                "greetings",
                                                "granted",
                                                false,
                                                "since",
                                                "2026-10-06T13:05:23.108Z"))));
        publish(reached());
        publish(lapsed());

        assertThat(awaitMessages(2)).allSatisfy(message -> {
            assertThat(message).containsEntry("state", "withheld");
            assertThat((List<?>) message.get("attempts")).isEmpty();
            Contracts.assertFits(probe.await(
                    "org.helpdesk.message.withheld.v1", message.get("id").toString()));
        });
    }

    @Test
    void whoever_goes_on_as_somebody_else_is_greeted_so() {
        UUID former = UUID.randomUUID();
        publish(profile());
        publish(of("org.helpdesk.customer.merged.v1", former)
                .with("sequence", "4")
                .withData("intoId", customer));
        publish(reached().withData("customerId", former));

        assertThat(awaitMessages(1).getFirst())
                .containsEntry("customerId", customer.toString())
                .containsEntry("to", "ama@example.org");
    }

    @Test
    void whoever_is_forgotten_is_not_greeted() {
        publish(profile());
        publish(of("org.helpdesk.customer.erasure-requested.v1", customer)
                .with("sequence", "9")
                .withData("requestId", UUID.randomUUID())
                .withData("formerIds", List.of())
                .withData("names", List.of())
                .withData("contacts", List.of()));
        publish(reached());
        publish(lapsed());

        awaitHandled();
        assertThat(messages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"milestone.reached, milestoneId", "milestone.reached, date", "customer.lapsed, lapseId"})
    void what_cannot_be_read_is_set_aside(String what, String missing) {
        publish(of("org.helpdesk." + what + ".v1", customer).withData(missing, null));

        probe.await(event -> customer.toString().equals(event.key()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Event reached() {
        return of("org.helpdesk.milestone.reached.v1", customer)
                .withData("milestoneId", UUID.randomUUID())
                .withData("date", today().toString());
    }

    private Event lapsed() {
        return of("org.helpdesk.customer.lapsed.v1", customer)
                .withData("lapseId", UUID.randomUUID())
                .withData("lapsedAt", clock.instant().toString());
    }

    private Event profile() {
        return of("org.helpdesk.customer.changed.v1", customer)
                .with("sequence", Integer.toString(++sequence))
                .withData("name", "Ama Serwaa")
                .withData("preferredName", null)
                .withData("doNotContact", false)
                .withData("consents", List.of())
                .withData("languages", List.of("en"))
                .withData("emails", List.of("ama@example.org"));
    }

    private static Event of(String type, UUID whom) {
        return Contracts.sample(type).again().withData("customerId", whom);
    }

    /** All with one key, so that they are handled in their order. */
    private void publish(Event event) {
        probe.publish(CUSTOMERS, event.with("subject", customer.toString()));
    }

    /** Waits until all that was published before has been handled. */
    private void awaitHandled() {
        UUID somebody = UUID.randomUUID();
        publish(reached().withData("customerId", somebody));
        awaitMessages(somebody, 1);
    }

    private List<Map<String, Object>> awaitMessages(int count) {
        return awaitMessages(customer, count);
    }

    private static List<Map<String, Object>> awaitMessages(UUID whose, int count) {
        return Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(() -> MessagesOverHttp.list("customerId", whose.toString()), some -> some.size() >= count);
    }

    /** The newest first. */
    private List<Map<String, Object>> messages() {
        return MessagesOverHttp.list("customerId", customer.toString());
    }

    private static String body(Map<String, Object> message) {
        return message.get("body").toString();
    }
}
