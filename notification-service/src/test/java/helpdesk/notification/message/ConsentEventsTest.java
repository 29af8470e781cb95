package helpdesk.notification.message;

import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nobody is told what they do not want to be told; what they asked for they are told all the same. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ConsentEventsTest {

    private static final String CUSTOMERS = "helpdesk.customer";

    private final EventProbe probe = EventProbe.on("helpdesk.notification");
    private final UUID customer = UUID.randomUUID();
    private int sequence;

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void a_refusal_of_the_channel_or_of_all_withholds_and_another_does_not() {
        assertThat(stateWith(List.of())).isEqualTo("kept");
        assertThat(stateWith(List.of(said("rewards", "email", false)))).isEqualTo("withheld");
        assertThat(stateWith(List.of(said("rewards", null, false)))).isEqualTo("withheld");
        assertThat(stateWith(List.of(said("rewards", "sms", false)))).isEqualTo("kept");
        assertThat(stateWith(List.of(said("surveys", null, false)))).isEqualTo("kept");
        assertThat(stateWith(List.of(said("rewards", null, false), said("rewards", "email", true))))
                .isEqualTo("kept");
        assertThat(stateWith(List.of(said("rewards", null, true), said("rewards", "email", false))))
                .isEqualTo("withheld");
    }

    @Test
    void who_refuses_one_channel_is_told_by_another() {
        profile(profile -> profile.withData("consents", List.of(said("rewards", "email", false)))
                .withData("phones", List.of("+447700900142")));
        assertThat(coupon(issued -> issued.withData(
                        "contact", Map.of("name", "Ama", "email", "ama@example.org", "phone", "+447700900142"))))
                .containsEntry("state", "kept")
                .containsEntry("channel", "sms");
    }

    @Test
    void who_prefers_a_channel_is_told_by_it_unless_it_is_refused_or_there_is_no_way() {
        UnaryOperator<Event> byPhoneToo = issued ->
                issued.withData("contact", Map.of("name", "Ama", "email", "ama@example.org", "phone", "+447700900142"));
        profile(profile -> profile.withData("preferredChannel", "sms"));
        assertThat(coupon(byPhoneToo)).containsEntry("channel", "sms");
        assertThat(coupon()).containsEntry("channel", "email");

        profile(profile -> profile.withData("preferredChannel", "sms")
                .withData("consents", List.of(said("rewards", "sms", false))));
        assertThat(coupon(byPhoneToo)).containsEntry("channel", "email").containsEntry("state", "kept");

        profile(profile -> profile.withData("preferredChannel", "phone"));
        assertThat(coupon(byPhoneToo)).containsEntry("channel", "email");
    }

    @Test
    void what_the_coupon_says_is_refused_counts_before_the_profile_is_known() {
        assertThat(coupon(issued -> issued.withData("refusedChannels", List.of("email", "sms", "phone"))))
                .containsEntry("state", "withheld");
    }

    @Test
    void a_profile_that_says_nothing_of_it_changes_nothing() {
        profile(profile -> profile.withData("doNotContact", true));
        profile(profile -> profile.withData("doNotContact", null).withData("consents", null));
        assertThat(coupon()).containsEntry("state", "withheld");
    }

    @Test
    void a_coupon_makes_nobody_the_owner_of_a_ticket() {
        UUID ticket = UUID.randomUUID();
        coupon(issued -> issued.withData("ticketId", ticket));
        assertThat(Database.value(Long.class, "select count(*) from known_ticket where id = ?", ticket))
                .isZero();
    }

    @Test
    void who_is_not_to_be_contacted_still_gets_answers() {
        profile(profile -> profile.withData("doNotContact", true));
        UUID ticket = UUID.randomUUID();
        probe.publish(
                "helpdesk.ticket",
                Contracts.sample("org.helpdesk.ticket.opened.v1")
                        .again()
                        .with("subject", ticket.toString())
                        .withData("ticketId", ticket)
                        .withData("customerId", customer));
        assertThat(MessagesOverHttp.awaitOneOfTicket(ticket)).containsEntry("state", "kept");
        Map<String, Object> coupon = coupon();
        assertThat(coupon).containsEntry("state", "withheld");
        assertThat((List<?>) coupon.get("attempts")).isEmpty();
        Contracts.assertFits(
                probe.await("org.helpdesk.message.withheld.v1", coupon.get("id").toString()));
    }

    private String stateWith(List<Map<String, Object>> consents) {
        profile(profile -> profile.withData("consents", consents));
        return coupon().get("state").toString();
    }

    private static Map<String, Object> said(String purpose, String channel, boolean granted) {
        Map<String, Object> said =
                new HashMap<>(Map.of("purpose", purpose, "granted", granted, "since", "2026-10-06T13:05:23.108Z"));
        if (channel != null) {
            said.put("channel", channel);
        }
        return said;
    }

    private void profile(UnaryOperator<Event> change) {
        sequence++;
        probe.publish(
                CUSTOMERS,
                change.apply(Contracts.sample("org.helpdesk.customer.changed.v1")
                        .again()
                        .with("subject", customer.toString())
                        .with("sequence", Integer.toString(sequence))
                        .withData("customerId", customer)
                        .withData("doNotContact", false)
                        .withData("consents", List.of())
                        .withData("phones", List.of())
                        .withData("emails", List.of("ama@example.org"))));
        Awaitility.await()
                .until(() -> Database.value(
                                Long.class,
                                "select count(*) from known_customer where id = ? and sequence = ?",
                                customer,
                                (long) sequence)
                        == 1);
    }

    private Map<String, Object> coupon() {
        return coupon(issued -> issued);
    }

    private Map<String, Object> coupon(UnaryOperator<Event> change) {
        Event issued = Contracts.sample("org.helpdesk.reward.issued.v1")
                .again()
                .with("subject", UUID.randomUUID().toString())
                .withData("customerId", customer)
                .withData("ticketId", null)
                .withData("contact", Map.of("name", "Ama", "email", "ama@example.org"));
        int before = coupons().size();
        probe.publish(CUSTOMERS, change.apply(issued));
        return Awaitility.await()
                .atMost(MessagesOverHttp.PATIENCE)
                .until(this::coupons, all -> all.size() > before)
                .getFirst();
    }

    private List<Map<String, Object>> coupons() {
        return MessagesOverHttp.list("customerId", customer.toString()).stream()
                .filter(message -> message.get("kind").equals("coupon"))
                .toList();
    }
}
