package helpdesk.feedback.insight;

import helpdesk.feedback.job.Batches;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the log of changes short, so that questions have little to read in it. */
@ApplicationScoped
class InsightJob {

    private final InsightFolding folding;
    private final Batches batches;

    InsightJob(InsightFolding folding, Batches batches) {
        this.folding = folding;
        this.batches = batches;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        batches.untilDone("Insight", InsightFolding.BATCH, folding::fold);
    }
}
