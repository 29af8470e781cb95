package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.console.Table;
import helpdesk.local.process.Ports;
import helpdesk.local.service.ServiceKind;
import helpdesk.local.stack.AdminPassword;
import helpdesk.local.stack.Milestones;
import helpdesk.local.stack.StackSettings;
import java.time.Duration;
import java.util.Optional;

/**
 * What a person is told when a stack starts.
 *
 * @param settings of the stack
 * @param console where they read it
 * @param repeatedOptions what has to be added to other commands about this stack
 */
record Welcome(StackSettings settings, Console console, String repeatedOptions) {

    void announceStart(boolean quickly) {
        console.line("Starting the helpdesk on %s, with its data in %s."
                .formatted(console.strong(settings.localUrl()), settings.data().root()));
        if (!quickly && !settings.value("HELPDESK_QUICK_START").equals(Optional.of("off"))) {
            console.line(
                    "Quick starts are not prepared for what is built: './helpdesk prepare', once, halves the time to be ready.");
        }
    }

    void announceReady(Duration after) {
        String url = settings.localUrl();
        Table table = new Table()
                .row("API", url + "/api/v1")
                .row("Its page, to try it", url + "/docs")
                .row("Status", url + "/api/v1/status");
        for (ServiceKind service : ServiceKind.values()) {
            if (service != ServiceKind.GATEWAY) {
                table.row(
                        service.module(),
                        "http://%s:%d"
                                .formatted(Ports.LOOPBACK, settings.ports().of(service)));
            }
        }
        table.row(
                "PostgreSQL",
                settings.givenPostgres()
                        .map(server -> server.host() + ":" + server.port())
                        .orElseGet(() -> Ports.LOOPBACK + ":" + settings.ports().postgres()));
        table.row(
                "Kafka",
                settings.givenKafka()
                        .orElseGet(() -> Ports.LOOPBACK + ":" + settings.ports().kafka()));
        table.row("Data", settings.data().root().toString());
        table.row("Logs", settings.data().logs().toString());
        console.line();
        console.line(console.good("Ready") + " after %s.".formatted(Console.seconds(after)));
        console.line();
        table.lines().forEach(console::line);
        console.line();
        console.line("Get a token:");
        console.line("  curl -s %s/api/v1/auth/token -H 'Content-Type: application/json' \\".formatted(url));
        console.line("    -d \"{\\\"username\\\":\\\"admin\\\",\\\"password\\\":\\\"$(cat %s)\\\"}\""
                .formatted(settings.data().adminPassword()));
        console.line("More: ./helpdesk status%1$s, ./helpdesk logs%1$s. Stop with Ctrl-C or ./helpdesk down%1$s."
                .formatted(repeatedOptions));
    }

    /** Shows the administrator's password, at the first start only. */
    void showPasswordOnce() {
        Milestones milestones = new Milestones(settings.data().milestones());
        Optional<String> password = AdminPassword.kept(settings.data().adminPassword());
        if (milestones.reached(Milestones.PASSWORD_SHOWN) || password.isEmpty()) {
            return;
        }
        boolean preset = settings.value(AdminPassword.VARIABLE).isPresent();
        console.line();
        console.line("The administrator is %s, with the password %s."
                .formatted(
                        console.strong("admin"),
                        preset ? "of " + AdminPassword.VARIABLE : console.strong(password.get())));
        console.line("It is shown only now, and kept in %s, which only you can read."
                .formatted(settings.data().adminPassword()));
        milestones.reach(Milestones.PASSWORD_SHOWN);
    }
}
