package helpdesk.notification.punctuality;

/** By what punctuality is told apart. Weeks and months are those of the place of the visit. */
enum PunctualityBy {
    AGENT("cast(v.agent_id as text)"),
    WEEK("to_char(date_trunc('week', v.window_start at time zone v.time_zone), 'YYYY-MM-DD')"),
    MONTH("to_char(date_trunc('month', v.window_start at time zone v.time_zone), 'YYYY-MM-DD')");

    private final String expression;

    PunctualityBy(String expression) {
        this.expression = expression;
    }

    /** In SQL. */
    String expression() {
        return expression;
    }
}
