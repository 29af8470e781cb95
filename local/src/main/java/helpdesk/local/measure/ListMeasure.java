package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;

/** Asks what people at helpdesks ask all day, one question after the other, and tells how long the answers took. */
public final class ListMeasure {

    private final HelpdeskApi api;
    private final int rounds;
    private final Console console;

    /** @param rounds how often each question is asked */
    public ListMeasure(HelpdeskApi api, int rounds, Console console) {
        this.api = api;
        this.rounds = rounds;
        this.console = console;
    }

    /** Asks and shows a table; a question that is not answered ends it. */
    public void run() {
        Questions questions = Questions.from(api);
        Table table = new Table(1, 2, 3, 4).row("milliseconds", "p50", "p95", "p99", "most");
        questions.all().forEach((name, paths) -> {
            if (console.canRewrite()) {
                console.rewrite("  " + name);
            }
            table.row(Timing.of(api, name, paths, rounds));
        });
        if (console.canRewrite()) {
            console.rewrite("");
        }
        table.lines().forEach(console::line);
    }
}
