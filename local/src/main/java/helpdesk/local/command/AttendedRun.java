package helpdesk.local.command;

import helpdesk.local.console.Console;
import helpdesk.local.demo.Demonstration;
import helpdesk.local.process.DirectoryLock;
import helpdesk.local.process.StartFailure;
import helpdesk.local.stack.Orphans;
import helpdesk.local.stack.SourceTree;
import helpdesk.local.stack.Stack;
import helpdesk.local.stack.StackSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/**
 * The life of a stack within this process: started, attended, and stopped in order by a signal.
 *
 * @param settings of the stack
 * @param console who attends it
 * @param repeatedOptions what has to be added to other commands about this stack
 */
record AttendedRun(StackSettings settings, Console console, String repeatedOptions) {

    /**
     * @param demo whether to fill in the demonstration data
     * @param background whether nobody sees the output now
     * @return the exit code after a failed start; a signal ends the process with 0
     */
    int run(boolean demo, boolean background) {
        settings.data().create();
        try (DirectoryLock _ = new RunningStack(settings.data()).take(repeatedOptions);
                SourceTree.Occupation occupation = SourceTree.occupy(settings.root(), settings.data())) {
            settings.data().requireSpace();
            new Orphans(settings.data(), console::line).stop();
            settings.ports()
                    .requireFree(
                            settings.givenPostgres().isEmpty(),
                            settings.givenKafka().isEmpty());
            return attend(new Stack(settings, console), occupation, demo, background);
        }
    }

    private int attend(Stack stack, SourceTree.Occupation occupation, boolean demo, boolean background) {
        Instant begin = Instant.now();
        Thread stopper = new Thread(() -> stopBySignal(stack, occupation), "stopper");
        Runtime.getRuntime().addShutdownHook(stopper);
        try {
            Welcome welcome = new Welcome(settings, console, repeatedOptions);
            welcome.announceStart(stack.startsQuickly());
            stack.start();
            welcome.announceReady(Duration.between(begin, Instant.now()));
            if (demo) {
                fillDemonstration();
            }
            if (!background) {
                welcome.showPasswordOnce();
            }
            stack.announceReady();
            waitForSignal();
            return 0;
        } catch (StartFailure failure) {
            if (signalCameFirst(stopper)) {
                waitForSignal();
            }
            console.line();
            console.line(console.bad("The start failed.") + " " + failure.getMessage());
            console.line();
            console.line("Everything that had been started is being stopped.");
            stack.stop();
            return 1;
        }
    }

    /** A demonstration that fails is no reason to stop a stack that serves. */
    private void fillDemonstration() {
        try {
            new Demonstration(settings.localUrl(), settings.data(), console).fillOnce();
        } catch (StartFailure failure) {
            console.line("  %s the demonstration could not be completed. %s"
                    .formatted(console.bad("Not all went well:"), failure.getMessage()));
        }
    }

    private void stopBySignal(Stack stack, SourceTree.Occupation occupation) {
        Instant begin = Instant.now();
        console.line();
        console.line("Stopping.");
        stack.stop();
        occupation.close();
        console.line("Stopped after %s; everything is kept in %s."
                .formatted(
                        Console.seconds(Duration.between(begin, Instant.now())),
                        settings.data().root()));
        // Being asked to stop is no error, but the JVM would report the signal's number.
        Runtime.getRuntime().halt(0);
    }

    private static boolean signalCameFirst(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
            return false;
        } catch (IllegalStateException shuttingDown) {
            return true;
        }
    }

    private static void waitForSignal() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
