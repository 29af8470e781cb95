package helpdesk.ticket.ticketing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import helpdesk.ticket.servicelevel.ServiceLevelView;
import helpdesk.ticket.vocabulary.Channel;
import helpdesk.ticket.vocabulary.Priority;
import helpdesk.ticket.vocabulary.TicketStatus;
import helpdesk.ticket.vocabulary.TicketType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket as staff and integrations see it. */
@Schema(name = "Ticket")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketView(
        UUID id,
        String number,
        String subject,
        String description,
        TicketType type,
        Channel channel,
        TicketStatus status,
        Priority priority,
        RequesterView requester,
        @JsonInclude(JsonInclude.Include.ALWAYS) AgentData assignee,
        String group,
        int tier,
        List<String> tags,
        @JsonInclude(JsonInclude.Include.ALWAYS) String language,
        String category,
        String cause,
        Map<String, JsonNode> customFields,
        String externalId,
        String resolution,
        ServiceLevelView serviceLevel,
        @JsonInclude(JsonInclude.Include.ALWAYS) SatisfactionView satisfaction,
        List<UUID> followerIds,
        UUID followUpOf,

        @Schema(description = "The lapse of a customer that it is to make good")
        UUID winBackOf,

        UUID problemId,

        @Schema(description = "The ticket in which this one goes on")
        UUID mergedInto,

        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** Who asks, as far as it is known. */
    @Schema(name = "TicketRequester")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RequesterView(
            UUID customerId, String name, String preferredName, String email, String phone, Handle handle) {

        static RequesterView of(Requester requester) {
            return new RequesterView(
                    requester.customerId(),
                    requester.name(),
                    requester.preferredName(),
                    requester.email(),
                    requester.phone(),
                    requester.handle());
        }
    }

    /** How content the customer was, 1 to 10, by which survey response. */
    @Schema(name = "TicketSatisfaction")
    public record SatisfactionView(int score, UUID surveyResponseId) {

        static SatisfactionView of(Satisfaction satisfaction) {
            return satisfaction == null ? null : new SatisfactionView(satisfaction.score(), satisfaction.responseId());
        }
    }

    static TicketView of(Ticket ticket, ServiceLevelView serviceLevel) {
        TicketContent content = ticket.content();
        TicketOrigin origin = ticket.origin();
        return new TicketView(
                ticket.id(),
                ticket.displayNumber(),
                content.subject(),
                origin.description(),
                origin.type(),
                origin.channel(),
                ticket.status(),
                content.priority(),
                RequesterView.of(ticket.requester()),
                AgentData.of(ticket.assignee()),
                content.group(),
                ticket.tier(),
                content.tags(),
                origin.language(),
                content.category(),
                content.cause(),
                content.customFields(),
                origin.externalId(),
                ticket.progress().resolution(),
                serviceLevel,
                SatisfactionView.of(ticket.satisfaction()),
                ticket.relations().followerIds(),
                origin.followUpOf(),
                origin.winBackOf(),
                ticket.relations().problemId(),
                ticket.relations().mergedInto(),
                ticket.trail().createdAt(),
                ticket.trail().updatedAt(),
                ticket.version());
    }
}
