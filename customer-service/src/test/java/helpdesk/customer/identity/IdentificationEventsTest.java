package helpdesk.customer.identity;

import static helpdesk.customer.Given.as;
import static helpdesk.customer.Given.created;
import static helpdesk.customer.Given.email;
import static helpdesk.customer.Given.handle;
import static helpdesk.customer.Given.lookedUp;
import static helpdesk.customer.Given.named;
import static helpdesk.customer.Given.patched;
import static helpdesk.customer.Given.phone;
import static helpdesk.customer.Happenings.TICKETS;
import static helpdesk.customer.Happenings.awaitCustomer;
import static helpdesk.customer.Happenings.awaitTimeline;
import static helpdesk.customer.Happenings.opened;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.customer.Given;
import helpdesk.customer.Happenings;
import helpdesk.testing.Contracts;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(RealParts.class)
class IdentificationEventsTest {

    private static final String CREATED = "org.helpdesk.customer.created.v1";
    private static final String CHANGED = "org.helpdesk.customer.changed.v1";
    private static final String IDENTIFIED = "org.helpdesk.customer.identified.v1";

    @Inject
    TicketLinks links;

    private EventProbe probe;

    @BeforeEach
    void open() {
        probe = EventProbe.on(Happenings.CUSTOMERS);
    }

    @AfterEach
    void close() {
        probe.close();
    }

    @Test
    void nobody_is_behind_a_probe() {
        String email = email();
        probe.publish(
                TICKETS,
                opened(UUID.randomUUID(), Map.of("name", "Robin Vale", "email", email))
                        .withData("probe", true));
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, Map.of("name", "Amara Okafor", "email", email)));

        // The first who is known by this address has the name of the second request.
        String customer = awaitIdentified(ticket).subject();
        assertThat(probe.await(CREATED, customer).data().path("name").asText()).isEqualTo("Amara Okafor");
    }

    @Test
    void a_requester_who_is_not_known_gets_a_profile() {
        UUID ticket = UUID.randomUUID();
        String email = email();
        String phone = phone();
        String handle = handle();
        Event opened = opened(
                ticket,
                Map.of(
                        "name",
                        "Amara Okafor",
                        "preferredName",
                        "Amara",
                        "email",
                        email,
                        "phone",
                        phone,
                        "handle",
                        Map.of("network", "X", "handle", handle)));
        probe.publish(TICKETS, opened);

        Event identified = awaitIdentified(ticket);
        String customer = identified.subject();
        Event created = probe.await(CREATED, customer);
        Contracts.assertFits(created);
        Contracts.assertFits(identified);
        assertThat(List.of(created.sequence(), identified.sequence())).containsExactly(0L, 1L);
        assertThat(identified.data().get("by").asText()).isEqualTo("created");
        assertThat(identified.data().get("preferredName").asText()).isEqualTo("Amara");
        assertThat(identified.attributes())
                .containsEntry("causationid", opened.id())
                .containsEntry("correlationid", opened.attributes().get("correlationid"))
                .containsEntry("actor", "system:customer-service.tickets");

        Map<String, Object> profile =
                as("agent").get(Given.CUSTOMERS + "/" + customer).jsonPath().getMap("");
        assertThat(profile)
                .containsEntry("name", "Amara Okafor")
                .containsEntry("preferredName", "Amara")
                .containsEntry("emails", List.of(email))
                .containsEntry("phones", List.of(phone))
                .containsEntry("handles", List.of(Map.of("network", "x", "handle", handle)))
                .containsEntry("languages", List.of("en"));
    }

    @Test
    void a_known_requester_is_recognised_by_mail_address() {
        String email = email();
        String customer = created(named("emails", List.of(email))).getString("id");
        assertRecognised(customer, "email", Map.of("name", "A. Okafor", "email", email.toUpperCase()));
    }

    @Test
    void a_known_requester_is_recognised_by_phone_number() {
        String phone = phone();
        String customer = created(named("phones", List.of(phone))).getString("id");
        assertRecognised(customer, "phone", Map.of("phone", phone));
    }

    @Test
    void a_known_requester_is_recognised_by_handle() {
        String handle = handle();
        String customer = created(named("handles", List.of(Map.of("network", "x", "handle", handle))))
                .getString("id");
        assertRecognised(
                customer, "handle", Map.of("handle", Map.of("network", "X", "handle", "@" + handle.toUpperCase())));
    }

    private void assertRecognised(String customer, String by, Map<String, ?> requester) {
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, requester));
        Event identified = awaitIdentified(ticket);
        Contracts.assertFits(identified);
        assertThat(identified.subject()).isEqualTo(customer);
        assertThat(identified.sequence()).isEqualTo(1);
        assertThat(identified.data().get("by").asText()).isEqualTo(by);
        assertThat(identified.data().get("name").asText()).isEqualTo("Amara Okafor");
        assertThat(probe.of(customer)).extracting(Event::type).containsExactly(CREATED, IDENTIFIED);
    }

    @Test
    void what_a_ticket_newly_tells_of_a_known_customer_is_added_to_the_profile() {
        String email = email();
        String phone = phone();
        String customer = created(named("emails", List.of(email))).getString("id");
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, Map.of("email", email, "phone", phone)));

        awaitIdentified(ticket);
        Event changed = probe.await(CHANGED, customer);
        Contracts.assertFits(changed);
        assertThat(changed.data().get("phones").get(0).asText()).isEqualTo(phone);
        assertThat(probe.of(customer)).extracting(Event::type).containsExactly(CREATED, CHANGED, IDENTIFIED);
        assertThat(probe.of(customer)).extracting(Event::sequence).containsExactly(0L, 1L, 2L);
        assertThat(lookedUp("phone", phone).getList("items.id")).containsExactly(customer);
        // Writing the numbers as they were would lose the new one; being recognised again loses nothing.
        patched(customer, 0, Map.of("name", "Amara O.")).statusCode(412);
        patched(customer, 1, Map.of("name", "Amara O.")).statusCode(200);
    }

    @Test
    void when_address_and_number_are_of_two_customers_the_address_wins_and_nothing_is_merged() {
        String email = email();
        String phone = phone();
        String byMail = created(named("emails", List.of(email))).getString("id");
        String byPhone = created(named("phones", List.of(phone))).getString("id");
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, Map.of("email", email, "phone", phone)));

        assertThat(awaitIdentified(ticket).subject()).isEqualTo(byMail);
        assertThat(lookedUp("phone", phone).getList("items.id")).containsExactly(byPhone);
        assertThat(probe.of(byMail)).extracting(Event::type).containsExactly(CREATED, IDENTIFIED);
        assertThat(probe.of(byPhone)).extracting(Event::type).containsExactly(CREATED);
    }

    @Test
    void without_a_name_the_address_or_number_or_handle_stands_for_it() {
        String email = email();
        String phone = phone();
        String handle = handle();
        assertThat(nameFor(Map.of("email", email, "phone", phone()))).isEqualTo(email.substring(0, email.indexOf('@')));
        assertThat(nameFor(Map.of("name", " ", "phone", phone))).isEqualTo(phone);
        assertThat(nameFor(Map.of("handle", Map.of("network", "x", "handle", handle))))
                .isEqualTo(handle);
    }

    private String nameFor(Map<String, ?> requester) {
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, requester));
        Event identified = awaitIdentified(ticket);
        return identified.data().get("name").asText();
    }

    @Test
    void somebody_known_by_name_only_gets_a_profile_too() {
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, Map.of("name", "A walk-in")));
        Event identified = awaitIdentified(ticket);
        Contracts.assertFits(probe.await(CREATED, identified.subject()));
        assertThat(identified.data().get("by").asText()).isEqualTo("created");
    }

    @Test
    void a_ticket_that_names_its_customer_is_linked_without_another_word() {
        String customer = created(Map.of("name", "Amara")).getString("id");
        UUID ticket = UUID.randomUUID();
        probe.publish(TICKETS, opened(ticket, Map.of()).withData("customerId", customer));
        probe.publish(Happenings.FEEDBACK, Happenings.of("survey.answered", ticket));

        assertThat(awaitTimeline(customer, 3).getList("items.kind"))
                .contains("ticket.opened", "survey.answered", "customer.created");
        assertThat(probe.of(customer)).extracting(Event::type).containsExactly(CREATED);
    }

    @Test
    void a_ticket_of_an_unknown_customer_or_of_nobody_has_no_effect() {
        UUID ofUnknown = UUID.randomUUID();
        UUID ofNobody = UUID.randomUUID();
        probe.publish(TICKETS, opened(ofUnknown, Map.of("email", email())).withData("customerId", UUID.randomUUID()));
        probe.publish(TICKETS, opened(ofNobody, Map.of()));
        settle(ofUnknown);
        settle(ofNobody);
        assertThat(links.ownerOf(ofUnknown)).isEmpty();
        assertThat(links.ownerOf(ofNobody)).isEmpty();
    }

    /** Waits until what was published before on the ticket's partition has been handled. */
    private void settle(UUID ticket) {
        String email = email();
        Event marker = opened(UUID.randomUUID(), Map.of("email", email));
        probe.publish(TICKETS, new Event(marker.attributes(), ticket.toString(), marker.data()));
        awaitCustomer("email", email);
    }

    @Test
    void a_first_ticket_that_comes_many_times_makes_one_profile() {
        UUID ticket = UUID.randomUUID();
        String email = email();
        Event opened = opened(ticket, Map.of("email", email));
        for (int i = 0; i < 5; i++) {
            probe.publish(TICKETS, opened);
            probe.publish(TICKETS, opened.again());
        }
        settle(ticket);
        String customer = awaitIdentified(ticket).subject();
        assertThat(lookedUp("email", email).getList("items.id")).containsExactly(customer);
        assertThat(probe.of(customer)).extracting(Event::type).containsExactly(CREATED, IDENTIFIED);
        assertThat(Happenings.summaries(customer)).contains("Profile created");
    }

    @Test
    void several_first_tickets_of_one_new_address_make_one_profile() {
        String email = email();
        Map<UUID, Event> first = new HashMap<>();
        for (int i = 0; i < 12; i++) {
            UUID ticket = UUID.randomUUID();
            first.put(ticket, opened(ticket, Map.of("email", email)));
        }
        first.values().forEach(event -> probe.publish(TICKETS, event));
        first.values().forEach(event -> probe.publish(TICKETS, event));

        List<String> customers = first.keySet().stream()
                .map(ticket -> awaitIdentified(ticket).subject())
                .distinct()
                .toList();
        assertThat(customers).hasSize(1);
        List<Event> events = probe.of(customers.getFirst());
        assertThat(events).hasSize(1 + first.size());
        assertThat(events)
                .filteredOn(event -> event.type().equals(IDENTIFIED))
                .extracting(event -> event.data().get("ticketId").asText())
                .doesNotHaveDuplicates()
                .hasSize(first.size());
        assertThat(events).extracting(Event::sequence).doesNotHaveDuplicates().isSorted();
    }

    private Event awaitIdentified(UUID ticket) {
        return probe.await(event -> isIdentified(event, ticket));
    }

    private static boolean isIdentified(Event event, UUID ticket) {
        return IDENTIFIED.equals(event.type())
                && ticket.toString().equals(event.data().path("ticketId").asText());
    }
}
