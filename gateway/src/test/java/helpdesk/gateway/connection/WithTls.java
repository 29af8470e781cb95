package helpdesk.gateway.connection;

import helpdesk.testing.TlsIdentity;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** With a certificate in files, as an operator gives it. */
public class WithTls implements QuarkusTestProfile {

    private static final String FOLDER = "helpdesk.test.tls";

    /** Where the files are; tests are loaded apart from their profile, so the process remembers it. */
    static Path folder() throws Exception {
        synchronized (System.getProperties()) {
            if (System.getProperty(FOLDER) == null) {
                System.setProperty(FOLDER, Files.createTempDirectory("tls").toString());
            }
        }
        return Path.of(System.getProperty(FOLDER));
    }

    /** Puts another certificate in the place of the one that is there. */
    static TlsIdentity renew() throws Exception {
        TlsIdentity identity = TlsIdentity.of(folder(), "dns:localhost");
        Files.writeString(certificate(), identity.certificatePem());
        Files.writeString(key(), identity.keyPem());
        return identity;
    }

    static Path certificate() throws Exception {
        return folder().resolve("certificate.pem");
    }

    static Path key() throws Exception {
        return folder().resolve("key.pem");
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        try {
            renew();
            return Map.of(
                    "quarkus.http.ssl.certificate.files", certificate().toString(),
                    "quarkus.http.ssl.certificate.key-files", key().toString(),
                    "helpdesk.proxy.response-timeout", "PT30S");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
