package helpdesk.gateway.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service owns which address: decided by the first segment behind {@code /api/v1/}, as a whole, or by that of a page. */
@ApplicationScoped
public class Routes {

    private static final String ROOT = "/api/v1/";

    /** Short, because people type it from an SMS. */
    private static final String SERVICES = "services";

    private static final String TICKET = "ticket-service";
    private static final String CUSTOMER = "customer-service";
    private static final String FEEDBACK = "feedback-service";
    private static final String NOTIFICATION = "notification-service";

    private static final Map<String, String> OWNERS = Map.ofEntries(
            Map.entry("tickets", TICKET),
            Map.entry("requests", TICKET),
            Map.entry("agents", TICKET),
            Map.entry("groups", TICKET),
            Map.entry("ticket-categories", TICKET),
            Map.entry("ticket-causes", TICKET),
            Map.entry("ticket-fields", TICKET),
            Map.entry("ticket-views", TICKET),
            Map.entry("ticket-batches", TICKET),
            Map.entry("ticket-export", TICKET),
            Map.entry("ticket-changes", TICKET),
            Map.entry("macros", TICKET),
            Map.entry("calendars", TICKET),
            Map.entry("service-level-policies", TICKET),
            Map.entry("routing-queues", TICKET),
            Map.entry("rules", TICKET),
            Map.entry("probes", TICKET),
            Map.entry("service-standards", TICKET),
            Map.entry("side-conversations", TICKET),
            Map.entry("ticket-mappings", TICKET),
            Map.entry("channels", TICKET),
            Map.entry("channel-messages", TICKET),
            Map.entry("channel-deliveries", TICKET),
            Map.entry("customers", CUSTOMER),
            Map.entry("contact-cards", CUSTOMER),
            Map.entry("customer-duplicates", CUSTOMER),
            Map.entry("erasures", CUSTOMER),
            Map.entry("organizations", CUSTOMER),
            Map.entry("reward-programs", CUSTOMER),
            Map.entry("coupons", CUSTOMER),
            Map.entry("milestones", CUSTOMER),
            Map.entry("milestone-rules", CUSTOMER),
            Map.entry("lapses", CUSTOMER),
            Map.entry("lapse-rules", CUSTOMER),
            Map.entry("win-back-insight", CUSTOMER),
            Map.entry("segments", CUSTOMER),
            Map.entry("draws", CUSTOMER),
            Map.entry("customer-mappings", CUSTOMER),
            Map.entry("customer-imports", CUSTOMER),
            Map.entry("customer-export", CUSTOMER),
            Map.entry("surveys", FEEDBACK),
            Map.entry("survey-links", FEEDBACK),
            Map.entry("survey-cards", FEEDBACK),
            Map.entry("campaigns", FEEDBACK),
            Map.entry("staff-surveys", FEEDBACK),
            Map.entry("follow-ups", FEEDBACK),
            Map.entry("invitations", FEEDBACK),
            Map.entry("responses", FEEDBACK),
            Map.entry("survey-insight", FEEDBACK),
            Map.entry("improvements", FEEDBACK),
            Map.entry("suggestions", FEEDBACK),
            Map.entry("complaint-causes", FEEDBACK),
            Map.entry("callback-slots", NOTIFICATION),
            Map.entry("callbacks", NOTIFICATION),
            Map.entry("mails", NOTIFICATION),
            Map.entry("callback-holds", NOTIFICATION),
            Map.entry("callback-links", NOTIFICATION),
            Map.entry("callback-punctuality", NOTIFICATION),
            Map.entry("messages", NOTIFICATION),
            Map.entry("message-templates", NOTIFICATION),
            Map.entry("message-preferences", NOTIFICATION),
            Map.entry("dead-recipients", NOTIFICATION),
            Map.entry("inbox", NOTIFICATION),
            Map.entry("webhooks", NOTIFICATION),
            Map.entry("capacity-plans", NOTIFICATION),
            Map.entry("appointments", NOTIFICATION),
            Map.entry("appointment-slots", NOTIFICATION),
            Map.entry("appointment-holds", NOTIFICATION),
            Map.entry("appointment-punctuality", NOTIFICATION),
            Map.entry("agent-calendars", NOTIFICATION),
            Map.entry("calendar-feeds", NOTIFICATION));

    /** Pages for customers, whose addresses are short because people type them. */
    private static final Map<String, String> PAGES =
            Map.of("/a/", NOTIFICATION, "/c/", NOTIFICATION, "/u/", NOTIFICATION);

    /** Put together here of the parts of all services, or of their events, whoever owns what is above it. */
    private static final Pattern OWN =
            Pattern.compile("/api/v1/(?:customers/[^/]+/personal-data|requests/[^/]+/stream)");

    private final Upstreams upstreams;

    Routes(Upstreams upstreams) {
        this.upstreams = upstreams;
    }

    /** The service that owns the path; empty when the gateway does, or nobody. */
    public Optional<Upstream> owner(String path) {
        if (!path.startsWith(ROOT)) {
            return PAGES.entrySet().stream()
                    .filter(page -> path.startsWith(page.getKey()))
                    .map(page -> upstreams.named(page.getValue()))
                    .findFirst();
        }
        if (OWN.matcher(path).matches()) {
            return Optional.empty();
        }
        String[] segments = path.substring(ROOT.length()).split("/", 3);
        boolean named = segments[0].equals(SERVICES) && segments.length > 1;
        String service = named ? segments[1] : OWNERS.get(segments[0]);
        return Optional.ofNullable(service).map(upstreams::named);
    }
}
