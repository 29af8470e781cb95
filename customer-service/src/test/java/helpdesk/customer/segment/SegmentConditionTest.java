package helpdesk.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import helpdesk.customer.profile.CustomerView;
import helpdesk.platform.problem.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentConditionTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final UUID ORGANIZATION = UUID.randomUUID();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final SegmentFacts AMARA = new SegmentFacts(
            view(),
            new SegmentFacts.Behaviour(1, 4, 12, 2, List.of("News", "Radio"), Map.of("EUR", new BigDecimal("120.50"))),
            Map.of(new SegmentFacts.Counted("ticket.opened", 30), 3),
            NOW);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'language','in':['pt']}",
                "{'field':'language','in':['de','PT-br']}",
                "{'field':'emailDomain','in':['example.org']}",
                "{'field':'subscription','in':['radio']}",
                "{'field':'doNotContact','in':['false']}",
                "{'field':'customFields.tier','in':['gold']}",
                "{'field':'birthday','present':true}",
                "{'field':'accountManager','present':false}",
                "{'field':'customFields.size','present':true}",
                "{'field':'customFields.size','atLeast':42,'atMost':42}",
                "{'field':'age','atLeast':36,'atMost':36}",
                "{'field':'customerDays','atLeast':365}",
                "{'field':'daysSinceContact','atMost':2}",
                "{'field':'visits','atLeast':12}",
                "{'field':'subscriptions','atLeast':2}",
                "{'field':'subscriptionValue.EUR','atLeast':120.5}",
                "{'field':'subscriptionValue.USD','atMost':0}",
                "{'happened':'ticket.opened','withinDays':30,'atLeast':3}",
                "{'happened':'ticket.closed','withinDays':30,'atMost':0}",
                "{'any':[{'field':'age','atLeast':90},{'field':'openTickets','atLeast':1}]}",
                "{'none':[{'field':'age','atLeast':90},{'field':'language','in':['en']}]}",
                "{'all':[{'field':'tickets','atMost':4},{'field':'redeemedCoupons','atLeast':2}]}"
            })
    void what_holds(String condition) throws JsonProcessingException {
        assertThat(read(condition).holds(AMARA)).isTrue();
        SegmentConditions.require(List.of(read(condition)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'language','in':['en']}",
                "{'field':'language','in':['p']}",
                "{'field':'timeZone','in':['Europe/London']}",
                "{'field':'birthday','present':false}",
                "{'field':'customFields.size','in':['42']}",
                "{'field':'customFields.tier','atLeast':0}",
                "{'field':'customFields.none','atMost':1000}",
                "{'field':'age','atLeast':37}",
                "{'happened':'ticket.opened','withinDays':30,'atLeast':4}",
                "{'happened':'ticket.opened','withinDays':30,'atMost':2}",
                "{'any':[{'field':'age','atLeast':90}]}",
                "{'none':[{'field':'openTickets','atLeast':1}]}",
                "{'all':[{'field':'tickets','atMost':4},{'field':'age','atLeast':90}]}"
            })
    void what_does_not(String condition) throws JsonProcessingException {
        assertThat(read(condition).holds(AMARA)).isFalse();
    }

    @Test
    void nothing_is_known_of_when_somebody_was_in_touch_who_never_was() throws JsonProcessingException {
        CustomerView silent = new CustomerView(
                UUID.randomUUID(),
                "Amara",
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                Map.of(),
                null,
                NOW,
                NOW,
                0);
        SegmentFacts facts = new SegmentFacts(silent, SegmentFacts.Behaviour.NONE, Map.of(), NOW);
        assertThat(read("{'field':'daysSinceContact','atLeast':0}").holds(facts))
                .isFalse();
        assertThat(read("{'field':'daysSinceContact','present':false}").holds(facts))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'field':'age','in':['36']}",
                "{'field':'language','atLeast':1}",
                "{'field':'shoeSize','present':true}",
                "{'field':'subscriptionValue.euro','atLeast':1}",
                "{'field':'customFields.','in':['a']}",
                "{'any':[{'all':[{'none':[{'all':[{'any':[{'field':'age','atLeast':1}]}]}]}]}]}"
            })
    void what_makes_no_sense_is_refused(String condition) throws JsonProcessingException {
        List<SegmentCondition> conditions = List.of(read(condition));
        assertThatThrownBy(() -> SegmentConditions.require(conditions)).isInstanceOf(Problem.class);
    }

    private static SegmentCondition read(String condition) throws JsonProcessingException {
        return JSON.readValue(condition.replace('\'', '"'), SegmentCondition.class);
    }

    private static CustomerView view() {
        Map<String, JsonNode> fields = Map.of("size", IntNode.valueOf(42), "tier", TextNode.valueOf("Gold"));
        return new CustomerView(
                UUID.randomUUID(),
                "Amara Okafor",
                null,
                null,
                List.of("amara@example.org"),
                List.of(),
                List.of(),
                List.of("pt-BR", "en"),
                "Africa/Lagos",
                LocalDate.parse("1990-11-22"),
                null,
                null,
                ORGANIZATION,
                null,
                null,
                false,
                null,
                fields,
                NOW.minusSeconds(200_000),
                Instant.parse("2025-01-01T00:00:00Z"),
                NOW,
                3);
    }
}
