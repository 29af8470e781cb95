package helpdesk.feedback.word;

import helpdesk.feedback.job.Batches;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads answers moments after they came or changed. Whoever answers need not wait for it. */
@ApplicationScoped
class WordJob {

    private final WordNotes notes;
    private final Batches batches;

    WordJob(WordNotes notes, Batches batches) {
        this.notes = notes;
        this.batches = batches;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        batches.untilDone("Words", WordNotes.BATCH, notes::readDue);
    }
}
