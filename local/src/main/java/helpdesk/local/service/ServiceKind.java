package helpdesk.local.service;

import java.nio.file.Path;
import java.util.Locale;

/** The five applications of the product. */
public enum ServiceKind {
    /** The one public door. */
    GATEWAY("gateway", "GATEWAY", 0),
    /** Tickets, service levels, knowledge. */
    TICKET("ticket-service", "TICKET", 1),
    /** Customer profiles and timelines. */
    CUSTOMER("customer-service", "CUSTOMER", 2),
    /** Surveys and their answers. */
    FEEDBACK("feedback-service", "FEEDBACK", 3),
    /** Messages and callbacks. */
    NOTIFICATION("notification-service", "NOTIFICATION", 4);

    private final String module;
    private final String shortName;
    private final int portOffset;

    ServiceKind(String module, String shortName, int portOffset) {
        this.module = module;
        this.shortName = shortName;
        this.portOffset = portOffset;
    }

    /** @return the module's folder, which is also the part's name everywhere a person sees it */
    public String module() {
        return module;
    }

    /** @return what is added to the stack's first port */
    public int portOffset() {
        return portOffset;
    }

    /** @return the name of its database and of the role that owns it */
    public String database() {
        return "helpdesk_" + shortName.toLowerCase(Locale.ROOT);
    }

    /** @return the variable by which the gateway learns this service's address */
    public String addressVariable() {
        return "HELPDESK_" + shortName + "_URL";
    }

    /** @return the file that starts it, in a built tree */
    public Path jar(Path root) {
        return root.resolve(module).resolve("target").resolve("quarkus-app").resolve("quarkus-run.jar");
    }
}
