package helpdesk.platform.persistence;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Gives migrations connections of their own: a statement of theirs, which counts or indexes all that is there, may take longer
 * than any request would wait. Locks they wait for no longer than requests do.
 */
@Singleton
class MigrationConnections implements FlywayConfigurationCustomizer {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    private final String url;
    private final String user;
    private final Optional<String> password;
    private final String service;

    MigrationConnections(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            @ConfigProperty(name = "helpdesk.service") String service) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.service = service;
    }

    @Override
    public void customize(FluentConfiguration configuration) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password.orElse(null));
        source.setConnectTimeout((int) CONNECT_TIMEOUT.toSeconds());
        source.setSocketTimeout(0);
        source.setTcpKeepAlive(true);
        source.setApplicationName(service);
        // Details of errors quote rows, and rows hold personal data.
        source.setLogServerErrorDetail(false);
        configuration.dataSource(source);
    }
}
