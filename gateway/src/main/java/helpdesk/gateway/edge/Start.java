package helpdesk.gateway.edge;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Leads who opens the bare address to the page that explains the API. */
@ApplicationScoped
class Start {

    void install(@Observes Router router) {
        router.route("/").method(HttpMethod.GET).method(HttpMethod.HEAD).handler(context -> context.response()
                .setStatusCode(302)
                .putHeader("Location", "/docs")
                .end());
    }
}
