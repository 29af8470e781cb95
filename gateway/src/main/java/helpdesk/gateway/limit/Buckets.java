package helpdesk.gateway.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What everybody may still do, in memory, and what they did since the other instances were told last. */
@ApplicationScoped
class Buckets {

    /** Enough for a crowd; who fills it from many addresses makes the gateway forget the least used. */
    private static final int MOST_BUCKETS = 100_000;

    /** A bucket nobody touched for so long is full again, so that a new one is as good. */
    private static final Duration KEPT = Duration.ofSeconds(2L * Policy.WINDOW);

    private final Policies policies;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_BUCKETS)
            .expireAfterAccess(KEPT)
            .build();
    private volatile ConcurrentHashMap<String, LongAdder> used = new ConcurrentHashMap<>();

    /** The clock of the machine may be set back; what is measured here never runs backwards. */
    @Inject
    Buckets(Policies policies) {
        this(policies, TimeMeter.SYSTEM_NANOTIME);
    }

    Buckets(Policies policies, TimeMeter time) {
        this.policies = policies;
        this.time = time;
    }

    /** Takes one from what the subject may do. */
    ConsumptionProbe take(Policy policy, String subject) {
        String id = policy.name() + " " + subject;
        ConsumptionProbe probe = bucket(id, policy).tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            ConcurrentHashMap<String, LongAdder> current = used;
            if (current.size() < MOST_BUCKETS) {
                current.computeIfAbsent(id, first -> new LongAdder()).increment();
            }
        }
        return probe;
    }

    /** What was taken here since this was asked last: the most used first, and no more than {@code most}. */
    List<Use> used(int most) {
        ConcurrentHashMap<String, LongAdder> former = used;
        used = new ConcurrentHashMap<>();
        List<Use> uses = new ArrayList<>();
        former.forEach((id, count) -> uses.add(new Use(id, count.sum())));
        uses.sort(Comparator.comparingLong(Use::count).reversed());
        return uses.size() > most ? List.copyOf(uses.subList(0, most)) : uses;
    }

    /** Takes what was taken at other instances; what is not there any more is not owed. */
    void usedElsewhere(Use use) {
        int end = use.bucket().indexOf(' ');
        Policy policy = end < 0 ? null : policies.named(use.bucket().substring(0, end));
        if (policy != null && !policy.isUnlimited()) {
            Bucket bucket = bucket(use.bucket(), policy);
            bucket.tryConsumeAsMuchAsPossible(Math.max(1, use.count()));
        }
    }

    private Bucket bucket(String id, Policy policy) {
        return buckets.get(id, absent -> Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit ->
                        limit.capacity(policy.quota()).refillGreedy(policy.quota(), Duration.ofSeconds(Policy.WINDOW)))
                .build());
    }

    /**
     * So often something was done.
     *
     * @param bucket the name of the limit and whom it is for
     */
    record Use(String bucket, long count) {}
}
