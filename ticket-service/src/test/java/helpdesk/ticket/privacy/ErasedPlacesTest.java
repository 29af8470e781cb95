package helpdesk.ticket.privacy;

import static helpdesk.ticket.Api.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.platform.erasure.Mentions;
import helpdesk.testing.Contracts;
import helpdesk.testing.Database;
import helpdesk.testing.Event;
import helpdesk.testing.EventProbe;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Erasure reaches the places where words are rare. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ErasedPlacesTest {

    private static final String CUSTOMERS = "helpdesk.customer";
    private static final String AGENT = Tokens.of("agent");

    private final EventProbe probe = EventProbe.on("helpdesk.ticket");
    private final Person person = Person.one();

    @Inject
    Mentions mentions;

    @AfterEach
    void close() {
        probe.close();
        Database.execute("delete from ticket_view where id::text not like '01900000-0000-7000-8000-%'");
    }

    @Test
    void calls_mails_fields_merges_and_what_rules_did_are_erased() {
        String ticket = of(person);
        String merged = of(person);
        call(ticket, false);
        call(ticket, true);
        Api.comment(
                        AGENT,
                        ticket,
                        Map.of(
                                "body",
                                "Thank you.\n\nOn Mon, 1 Jan 2026, " + person.name() + " <" + person.email()
                                        + "> wrote:\n> " + person.name() + " is angry.",
                                "visibility",
                                "public",
                                "channel",
                                "email"))
                .then()
                .statusCode(201);
        Api.changed(ticket, Map.of("customFields", Map.of("addressee", person.name())));
        Api.made("/tickets/" + ticket + "/merges", Map.of("sources", List.of(merged), "reason", person.name()));
        UUID id = UUID.fromString(ticket);
        Database.execute("""
                insert into rule_firing (id, rule_id, ticket_id, at, depth, code, detail)
                values (uuidv7(), uuidv7(), ?, now(), 1, 'failed', ?)""", id, person.name());
        Database.execute("""
                insert into rule_task (ticket_id, happening, changes, depth, event_id, correlation_id, root_id, at, not_before)
                values (?, 'CHANGED', jsonb_build_array(cast(? as text)), 0, uuidv7(), 'c', uuidv7(), now(), now() + interval '1 day')""", id, person.name());
        assertThat(found()).isNotEmpty();

        person.erased(probe, 1);
        assertThat(found()).isEmpty();
        probe.publish(CUSTOMERS, Given.identified(ticket, person.id()).withData("name", person.name()));
        person.erased(probe, 2);
        assertThat(found()).isEmpty();
    }

    @Test
    void nobody_writes_on_what_was_read_before() {
        String ticket = of(person);
        String step = Api.made(
                        "/tickets/" + ticket + "/plan/steps",
                        Map.of(
                                "what",
                                "Call " + person.name(),
                                "ownerId",
                                Given.agent(),
                                "dueAt",
                                "2030-01-01T00:00:00Z"))
                .getString("id");
        long version = Database.count("plan_step where id = '%s' and version = 0".formatted(step));
        String tag = Api.tag(ticket);
        person.erased(probe, 1);
        assertProblem(
                Api.patch(AGENT, ticket, tag, Map.of("subject", "For " + person.name())), 412, "precondition-failed");
        assertThat(version).isOne();
        assertThat(Database.count("plan_step where id = '%s' and version = 1".formatted(step)))
                .isOne();
        assertThat(found()).isEmpty();
    }

    @Test
    void what_a_third_party_was_asked_is_erased_also_after_the_third_party() {
        Person asked = Person.one();
        String ticket = of(person);
        Api.made(
                "/tickets/" + ticket + "/side-conversations",
                Map.of(
                        "subject",
                        "Parcel of " + person.name(),
                        "body",
                        "Where is it?",
                        "party",
                        Map.of("name", asked.name(), "email", asked.email())));
        asked.erased(probe, 1);
        person.erased(probe, 1);
        assertThat(found()).isEmpty();
    }

    @Test
    void views_that_look_for_the_address_are_gone_and_others_stay() {
        of(person);
        String theirs = view(Map.of("email", person.email()));
        String words = view(Map.of("q", "parcel " + person.email()));
        String named = view(Map.of("q", '"' + person.name() + '"'));
        String titled = Api.made(
                        "/ticket-views", Map.of("name", "Of " + person.email(), "filter", Map.of("status", "open")))
                .getString("id");
        String others = view(Map.of("email", "not." + person.email()));
        person.erased(probe, 1);
        List<String> left = List.of(theirs, words, named, titled, others).stream()
                .filter(view -> Database.count("ticket_view where id = '%s'".formatted(view)) == 1)
                .toList();
        assertThat(left).containsExactly(others);
    }

    @Test
    void who_was_to_be_won_back_is_forgotten_and_nobody_wins_back_who_is_erased() {
        probe.publish(CUSTOMERS, person.profile());
        probe.publish(CUSTOMERS, lapsed());
        Awaitility.await().until(() -> !winBacks().isEmpty());
        String ticket = winBacks().getFirst();
        assertThat(Api.read(ticket).getString("subject")).isEqualTo("Win back " + person.name());
        assertThat(Api.read(ticket).getString("description")).contains(person.name());

        person.erased(probe, 1);
        assertThat(found()).isEmpty();
        assertThat(Api.read(ticket).getString("subject")).isEqualTo("[erased]");
        assertThat(Api.read(ticket).getString("description")).isEqualTo("[erased]");

        probe.publish(CUSTOMERS, lapsed());
        person.erased(probe, 2);
        assertThat(winBacks()).containsExactly(ticket);
        assertThat(found()).isEmpty();
    }

    private Event lapsed() {
        return Contracts.sample("org.helpdesk.customer.lapsed.v1")
                .again()
                .with("subject", person.id().toString())
                .withData("customerId", person.id())
                .withData("lapseId", UUID.randomUUID())
                .withData("name", person.name());
    }

    private List<String> winBacks() {
        return Api.get("/tickets?tag=win-back&customerId=" + person.id())
                .jsonPath()
                .getList("items.id");
    }

    private static String view(Map<String, String> filter) {
        return Api.made("/ticket-views", Map.of("name", "A view", "filter", filter))
                .getString("id");
    }

    private void call(String ticket, boolean voicemail) {
        Api.made(
                "/tickets/" + ticket + "/calls",
                Map.of(
                        "call",
                        Map.of(
                                "direction",
                                "inbound",
                                "rings",
                                2,
                                "waitSeconds",
                                9,
                                "durationSeconds",
                                voicemail ? 0 : 30,
                                "voicemail",
                                voicemail),
                        "note",
                        person.name() + " called from " + person.phone()));
    }

    private String of(Person requester) {
        probe.publish(CUSTOMERS, requester.profile());
        return Awaitility.await()
                .until(
                        () -> Api.open(Api.ticket("requester", Map.of("customerId", requester.id()))),
                        answer -> answer.statusCode() == 201)
                .jsonPath()
                .getString("id");
    }

    private List<String> found() {
        return mentions.everywhere(person.terms()).stream()
                .filter(mention -> mention.contains("topic=null"))
                .toList();
    }
}
