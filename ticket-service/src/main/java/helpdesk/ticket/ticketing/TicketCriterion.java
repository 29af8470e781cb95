package helpdesk.ticket.ticketing;

import java.util.Arrays;
import java.util.Optional;

/** What a list of tickets can be asked for. Several values of one criterion are separated by commas and mean any of them. */
enum TicketCriterion {
    STATUS("status"),
    ASSIGNEE("assignee"),
    SEARCH("q"),
    PRIORITY("priority"),
    TYPE("type"),
    CHANNEL("channel"),
    GROUP("group"),
    TAG("tag"),
    TIER("tier"),
    LANGUAGE("language"),
    CATEGORY("category"),
    CAUSE("cause"),
    CUSTOMER("customerId"),
    EMAIL("email"),
    EXTERNAL_ID("externalId"),
    FOLLOWER("follower"),
    FOLLOW_UP_OF("followUpOf"),
    PROBLEM("problemId"),
    PROBE("probe"),
    MERGED_INTO("mergedInto"),
    SCORE_FROM("scoreFrom"),
    SCORE_TO("scoreTo"),
    CREATED_FROM("createdFrom"),
    CREATED_TO("createdTo"),
    UPDATED_FROM("updatedFrom"),
    UPDATED_TO("updatedTo"),
    RESOLVED_FROM("resolvedFrom"),
    RESOLVED_TO("resolvedTo");

    /** Before the key of a custom field. */
    static final String CUSTOM_FIELD = "customFields.";

    private final String parameter;

    TicketCriterion(String parameter) {
        this.parameter = parameter;
    }

    /** Its name as a query parameter, and in saved views. */
    String parameter() {
        return parameter;
    }

    static Optional<TicketCriterion> named(String name) {
        return Arrays.stream(values())
                .filter(criterion -> criterion.parameter.equals(name))
                .findFirst();
    }
}
