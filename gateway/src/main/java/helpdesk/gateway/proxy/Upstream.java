package helpdesk.gateway.proxy;

import io.vertx.core.http.HttpClient;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/** A service behind the gateway, with connections of its own: a slow one uses up its own and nobody else's. */
public final class Upstream {

    private final String name;
    private final boolean ssl;
    private final List<Instance> instances;
    private final HttpClient client;
    private final RetryBudget retries = new RetryBudget();

    Upstream(String name, boolean ssl, List<Instance> instances, HttpClient client) {
        this.name = name;
        this.ssl = ssl;
        this.instances = List.copyOf(instances);
        this.client = client;
    }

    /** For example {@code ticket-service}. */
    public String name() {
        return name;
    }

    /** Where its processes are. */
    public List<URI> addresses() {
        return instances.stream().map(this::address).toList();
    }

    /** Where one of its processes is that can work as far as is known; it has the least to do of two. */
    public URI address() {
        return address(choose(null).orElse(instances.getFirst()));
    }

    boolean ssl() {
        return ssl;
    }

    List<Instance> instances() {
        return instances;
    }

    HttpClient client() {
        return client;
    }

    RetryBudget retries() {
        return retries;
    }

    /**
     * Of two taken at random the one that has less to do: nearly as even as asking all of them, and never all gateways choose
     * the same. One that is not ready is taken only when none is: its check may be what is wrong.
     *
     * @param tried the one that failed just now, or null; it is taken only when there is no other
     * @return empty when all are left alone for now
     */
    Optional<Instance> choose(Instance tried) {
        return lessBusy(instance -> instance != tried && instance.permits() && instance.isReady())
                .or(() -> lessBusy(instance -> instance != tried && instance.permits()))
                .or(() -> lessBusy(Instance::permits));
    }

    private Optional<Instance> lessBusy(Predicate<Instance> eligible) {
        List<Instance> candidates = instances.size() == 1 && eligible.test(instances.getFirst())
                ? instances
                : instances.stream().filter(eligible).toList();
        if (candidates.size() < 2) {
            return candidates.stream().findFirst();
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(candidates.size());
        int second = (first + 1 + random.nextInt(candidates.size() - 1)) % candidates.size();
        Instance one = candidates.get(first);
        Instance other = candidates.get(second);
        return Optional.of(one.underWay() <= other.underWay() ? one : other);
    }

    private URI address(Instance instance) {
        return URI.create("%s://%s:%d".formatted(ssl ? "https" : "http", instance.host(), instance.port()));
    }
}
