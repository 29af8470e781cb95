package helpdesk.gateway.limit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which limit counts for which request. */
@ApplicationScoped
class Policies {

    private final Policy address;
    private final Policy signIn;
    private final Policy anonymous;
    private final Map<RouteClass, Policy> account;
    private final Map<RouteClass, Policy> apiKey;
    private final Map<String, Policy> byName;

    Policies(LimitSettings settings) {
        this.address = new Policy("address", settings.address());
        this.signIn = new Policy("sign-in", settings.signIn());
        this.anonymous = new Policy("anonymous", settings.anonymous());
        this.account = of("", settings.account());
        this.apiKey = of("key-", settings.apiKey());
        this.byName = Stream.of(
                        Stream.of(address, signIn, anonymous), account.values().stream(), apiKey.values().stream())
                .flatMap(Function.identity())
                .distinct()
                .collect(Collectors.toUnmodifiableMap(Policy::name, Function.identity()));
    }

    /** For everything from one address. */
    Policy address() {
        return address;
    }

    /** For whoever has no credentials. */
    Policy anonymous(RouteClass route) {
        return route == RouteClass.SIGN_IN ? signIn : anonymous;
    }

    /** For who is known. */
    Policy of(Caller caller, RouteClass route) {
        return switch (caller.kind()) {
            case ACCOUNT -> account.get(route);
            case API_KEY -> apiKey.get(route);
        };
    }

    /** The limit of this name, or null when an instance with other settings has one that is not known here. */
    Policy named(String name) {
        return byName.get(name);
    }

    private Map<RouteClass, Policy> of(String prefix, LimitSettings.Rates rates) {
        return Map.of(
                RouteClass.READ, new Policy(prefix + "reads", rates.reads()),
                RouteClass.WRITE, new Policy(prefix + "writes", rates.writes()),
                RouteClass.STREAM, new Policy(prefix + "streams", rates.streams()),
                // Signing in counts by address, also for who is signed in.
                RouteClass.SIGN_IN, signIn);
    }
}
