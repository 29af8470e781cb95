package helpdesk.local.load;

import java.util.Locale;

/** The tables that are filled, in the order in which they refer to each other. */
public enum LoadedTable {
    /** One row a ticket. */
    TICKET("""
            id, version, writable_since, number, subject, description, type, channel, status, priority, origin,
            requester_name, email, phone, handle_network, handle, assignee_id, group_name, tier, tags, language, category,
            cause, custom_fields, external_source, external_id, resolution, satisfaction_score, satisfaction_response_id,
            acknowledged_at, resolved_at, closed_at, created_at, updated_at, follower_ids"""),
    /** One row a ticket: its words. */
    TICKET_SEARCH("ticket_id, document"),
    /** None to four rows a ticket. */
    TICKET_COMMENT("""
            id, ticket_id, body, visibility, channel, author_kind, author_id, author_name, author_title, created_at"""),
    /** Three rows a ticket. */
    SERVICE_LEVEL_CLOCK("""
            id, ticket_id, metric, cycle, policy, started_at, goal_at, promise_at, paused_at, met_at, automatic,
            warned_at, breached_at"""),
    /** Two to twelve rows a ticket. */
    TICKET_CHANGE("id, ticket_id, version, at, actor, cause, field, from_value, to_value");

    private final String columns;

    LoadedTable(String columns) {
        this.columns = columns;
    }

    /** @return its name in the database */
    public String sqlName() {
        return name().toLowerCase(Locale.ROOT);
    }

    String copy() {
        return "copy %s (%s) from stdin".formatted(sqlName(), columns);
    }
}
