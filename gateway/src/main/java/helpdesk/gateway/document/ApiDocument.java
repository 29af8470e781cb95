package helpdesk.gateway.document;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The one document of the whole API, made at first use of the committed documents of the services. */
@ApplicationScoped
class ApiDocument {

    private static final Logger LOG = Logger.getLogger(ApiDocument.class);
    static final List<String> SERVICES =
            List.of("gateway", "ticket-service", "customer-service", "feedback-service", "notification-service");

    private final String version;
    private final String publicUrl;
    private String json;
    private String yaml;
    private String postman;

    ApiDocument(
            @ConfigProperty(name = "quarkus.smallrye-openapi.info-version") String version,
            @ConfigProperty(name = "helpdesk.public-url") String publicUrl) {
        this.version = version;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    synchronized String json() {
        if (json == null) {
            json = write(DocumentFormats.JSON);
        }
        return json;
    }

    synchronized String yaml() {
        if (yaml == null) {
            yaml = write(DocumentFormats.YAML);
        }
        return yaml;
    }

    /** The same as a collection of requests for Postman. */
    synchronized String postman() {
        if (postman == null) {
            try {
                postman = DocumentFormats.JSON.writeValueAsString(PostmanCollection.of(merged(), publicUrl));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postman;
    }

    private String write(ObjectMapper format) {
        try {
            return format.writeValueAsString(merged());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode merged() throws IOException {
        DocumentMerge merge = new DocumentMerge(DocumentFormats.JSON, version);
        for (String service : SERVICES) {
            add(merge, service);
        }
        return merge.document();
    }

    private static void add(DocumentMerge merge, String service) throws IOException {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi/" + service + ".yaml")) {
            if (in == null) {
                LOG.warnf("The API document of %s was not there when the gateway was built", service);
            } else {
                merge.add(service, (ObjectNode) DocumentFormats.YAML.readTree(in));
            }
        }
    }
}
