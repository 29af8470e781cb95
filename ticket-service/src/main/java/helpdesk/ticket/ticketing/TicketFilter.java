package helpdesk.ticket.ticketing;

import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The criteria of a list as query parameters. */
public class TicketFilter {

    @Parameter(description = "new, open, pending, on_hold, resolved, closed; several separated by commas")
    @QueryParam("status")
    String status;

    @Parameter(description = "me, none, or an agent's id")
    @QueryParam("assignee")
    String assignee;

    @Parameter(
            description = "Words in number, subject, description, requester, custom fields and conversation, in any "
                    + "language; \"a phrase\", or, -without, begin*")
    @QueryParam("q")
    String search;

    @Parameter(description = "low, normal, high, urgent; several separated by commas")
    @QueryParam("priority")
    String priority;

    @Parameter(description = "question, request, complaint, incident; several separated by commas")
    @QueryParam("type")
    String type;

    @Parameter(description = "email, phone, web, chat, social, in_person, api; several separated by commas")
    @QueryParam("channel")
    String channel;

    @Parameter(description = "Groups by name, separated by commas")
    @QueryParam("group")
    String group;

    @Parameter(description = "A tag that the ticket has; of several separated by commas, any")
    @QueryParam("tag")
    String tag;

    @Parameter(description = "1, 2 or 3")
    @QueryParam("tier")
    String tier;

    @Parameter(description = "BCP 47; several separated by commas")
    @QueryParam("language")
    String language;

    @Parameter(description = "A category; those below it are meant too")
    @QueryParam("category")
    String category;

    @Parameter(description = "A cause; those below it are meant too")
    @QueryParam("cause")
    String cause;

    @Parameter(description = "The customer's id")
    @QueryParam("customerId")
    String customerId;

    @Parameter(description = "The requester's mail address")
    @QueryParam("email")
    String email;

    @Parameter(description = "The id that another system gave it")
    @QueryParam("externalId")
    String externalId;

    @Parameter(description = "me, or the id of an agent who follows it")
    @QueryParam("follower")
    String follower;

    @Parameter(description = "The id of the ticket that is followed up")
    @QueryParam("followUpOf")
    String followUpOf;

    @Parameter(description = "The id of the problem whose incidents are asked for")
    @QueryParam("problemId")
    String problemId;

    @Parameter(
            description = "true: only those that we opened ourselves to see how a customer fares; false: none of these")
    @QueryParam("probe")
    String probe;

    @Parameter(description = "The id of the ticket that they were merged into")
    @QueryParam("mergedInto")
    String mergedInto;

    @Parameter(description = "The lowest satisfaction, 1–10")
    @QueryParam("scoreFrom")
    String scoreFrom;

    @Parameter(description = "The highest satisfaction, 1–10")
    @QueryParam("scoreTo")
    String scoreTo;

    @Parameter(description = "Opened at this time or later")
    @QueryParam("createdFrom")
    String createdFrom;

    @Parameter(description = "Opened before this time")
    @QueryParam("createdTo")
    String createdTo;

    @Parameter(description = "Last changed at this time or later")
    @QueryParam("updatedFrom")
    String updatedFrom;

    @Parameter(description = "Last changed before this time")
    @QueryParam("updatedTo")
    String updatedTo;

    @Parameter(description = "Resolved at this time or later")
    @QueryParam("resolvedFrom")
    String resolvedFrom;

    @Parameter(description = "Resolved before this time")
    @QueryParam("resolvedTo")
    String resolvedTo;

    @Context
    UriInfo address;

    /** What was given, by the names of criteria, in the order of the names. */
    public Map<String, String> values() {
        Map<String, String> values = new TreeMap<>();
        address.getQueryParameters().forEach((name, given) -> {
            // One that was left empty, as forms do, filters nothing.
            if (given.getFirst().isEmpty()) {
                return;
            }
            if (TicketCriterion.named(name).isPresent() || name.startsWith(TicketCriterion.CUSTOM_FIELD)) {
                values.put(name, given.getFirst());
            }
        });
        return values;
    }
}
