package helpdesk.ticket.channel;

import static helpdesk.ticket.channel.Networks.answered;
import static helpdesk.ticket.channel.Networks.bodies;
import static helpdesk.ticket.channel.Networks.brought;
import static org.assertj.core.api.Assertions.assertThat;

import helpdesk.testing.Database;
import helpdesk.testing.RealParts;
import helpdesk.testing.Tokens;
import helpdesk.ticket.Api;
import helpdesk.ticket.Given;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A conversation on a network goes on wherever its ticket goes on. */
@QuarkusTest
@WithTestResource(RealParts.class)
class ChannelThreadResourceTest {

    private final String network = Networks.network();
    private String ticket;

    @BeforeEach
    void begin() {
        ticket = brought(network, "c1", "My parcel is late").getString("ticketId");
    }

    @Test
    void after_a_closed_ticket_the_conversation_goes_on_with_the_follow_up() {
        close(ticket);

        JsonPath first = brought(network, "c1", "Late again");
        JsonPath second = brought(network, "c1", "Hello?");

        String followUp = first.getString("ticketId");
        assertThat(followUp).isNotEqualTo(ticket);
        assertThat(first.getBoolean("opened")).isTrue();
        assertThat(first.getString("commentId")).isNotNull();
        assertThat(Api.read(followUp).getString("followUpOf")).isEqualTo(ticket);
        assertThat(Api.read(followUp).getString("channel")).isEqualTo("social");
        assertThat(second.getString("ticketId")).isEqualTo(followUp);
        assertThat(second.getBoolean("opened")).isFalse();
        assertThat(bodies(followUp)).containsExactly("Late again", "Hello?");
        close(followUp);
        String third = brought(network, "c1", "And again").getString("ticketId");
        assertThat(Api.read(third).getString("followUpOf")).isEqualTo(followUp);
    }

    @Test
    void the_words_of_a_merged_ticket_are_read_where_it_goes_on() {
        String other = Api.openedId();
        String merge = merged(ticket, other);

        JsonPath told = brought(network, "c1", "Any news?");

        assertThat(told.getString("ticketId")).isEqualTo(other);
        assertThat(told.getString("number")).isEqualTo(Api.read(other).getString("number"));
        assertThat(told.getBoolean("opened")).isFalse();
        assertThat(bodies(other)).containsExactly("Any news?");
        assertThat(Networks.comments(other).getString("items[0].ticketId")).isEqualTo(ticket);

        Api.as(Tokens.of("agent"))
                .header("If-Match", "*")
                .delete("/api/v1/tickets/" + other + "/merges/" + merge)
                .then()
                .statusCode(204);
        assertThat(brought(network, "c1", "And now?").getString("ticketId")).isEqualTo(ticket);
        assertThat(bodies(ticket)).containsExactly("Any news?", "And now?");
    }

    @Test
    void an_answer_on_a_ticket_reaches_who_wrote_on_one_that_was_merged_into_it() {
        String other = Api.openedId();
        String last = Api.openedId();
        merged(ticket, other);
        merged(other, last);

        JsonPath comment = answered(last, Given.agent(), "It comes today.");

        assertThat(comment.getString("channelDelivery.network")).isEqualTo(network);
        assertThat(comment.getString("channelDelivery.state")).isEqualTo("asked");
    }

    @Test
    void of_two_conversations_the_one_in_which_the_customer_wrote_last_is_answered() {
        String elsewhere = Networks.network();
        String other = brought(elsewhere, "c9", "Nobody answers").getString("ticketId");
        merged(ticket, other);
        UUID agent = Given.agent();

        assertThat(answered(other, agent, "Here I am.").getString("channelDelivery.network"))
                .isEqualTo(elsewhere);
        brought(network, "c1", "And here?");
        assertThat(answered(other, agent, "Here, too.").getString("channelDelivery.network"))
                .isEqualTo(network);
    }

    @Test
    void the_conversation_goes_on_with_a_follow_up_on_which_somebody_of_us_answers() {
        close(ticket);
        String followUp = Api.opened().getString("id");
        Database.execute(
                "update ticket set follow_up_of = ? where id = ?", UUID.fromString(ticket), UUID.fromString(followUp));

        JsonPath comment = answered(followUp, Given.agent(), "We are sorry.");

        assertThat(comment.getString("channelDelivery.network")).isEqualTo(network);
        JsonPath told = brought(network, "c1", "Thank you");
        assertThat(told.getString("ticketId")).isEqualTo(followUp);
        assertThat(bodies(followUp)).containsExactly("We are sorry.", "Thank you");
    }

    @Test
    void what_is_split_off_is_answered_in_the_conversation_that_goes_on_with_the_former_ticket() {
        String moved = brought(network, "c1", "And my invoice is wrong").getString("commentId");
        String split = Api.made(
                        "/tickets/" + ticket + "/splits", Map.of("commentIds", List.of(moved), "subject", "Invoice"))
                .getString("id");

        JsonPath comment = answered(split, Given.agent(), "Here is the right one.");

        assertThat(comment.getString("channelDelivery.network")).isEqualTo(network);
        assertThat(brought(network, "c1", "Thank you").getString("ticketId")).isEqualTo(ticket);
        assertThat(Api.get("/channel-deliveries?state=asked&network=" + network)
                        .jsonPath()
                        .getString("items[0].ticketId"))
                .isEqualTo(split);
    }

    private static String merged(String source, String target) {
        return Api.made("/tickets/" + target + "/merges", Map.of("sources", List.of(source)))
                .getString("merges[0].id");
    }

    private static void close(String resolvable) {
        Api.resolved(resolvable, Given.agent());
        Given.close(resolvable);
    }
}
