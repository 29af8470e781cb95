package helpdesk.local.measure;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.demo.HelpdeskApi;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Asks what people at helpdesks ask all day, one question after the other, and tells how long the answers took. */
public final class ListMeasure {

    /** Before it counts, so that the programs have seen each kind of question. */
    private static final int WARM_UP = 30;

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
            table.row(measure(name, paths));
        });
        if (console.canRewrite()) {
            console.rewrite("");
        }
        table.lines().forEach(console::line);
    }

    private String[] measure(String name, List<String> paths) {
        for (int i = 0; i < Math.min(WARM_UP, rounds); i++) {
            api.get(paths.get(i % paths.size()));
        }
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long begin = System.nanoTime();
            api.get(paths.get(i % paths.size()));
            nanos[i] = System.nanoTime() - begin;
        }
        Arrays.sort(nanos);
        return new String[] {name, at(nanos, 50), at(nanos, 95), at(nanos, 99), at(nanos, 100)};
    }

    private static String at(long[] sorted, int percent) {
        int index = (int) Math.ceil(sorted.length * percent / 100.0) - 1;
        return String.format(Locale.ROOT, "%.1f", sorted[index] / 1e6);
    }
}
