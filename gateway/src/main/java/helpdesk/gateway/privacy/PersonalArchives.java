package helpdesk.gateway.privacy;

import helpdesk.gateway.GatewayProblem;
import helpdesk.gateway.proxy.Upstream;
import helpdesk.gateway.proxy.Upstreams;
import helpdesk.platform.problem.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jboss.logging.Logger;

/**
 * Puts together what all services hold on a person. Everything is here before anything is sent, so that nobody takes a part for
 * the whole.
 */
@ApplicationScoped
class PersonalArchives {

    private static final Logger LOG = Logger.getLogger(PersonalArchives.class);
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final long MIB = 1024 * 1024;
    private static final String SELF = "gateway";

    private final Upstreams upstreams;
    private final ServiceParts services;
    private final LoggedData logged;
    private final PrivacySettings settings;

    PersonalArchives(Upstreams upstreams, ServiceParts services, LoggedData logged, PrivacySettings settings) {
        this.upstreams = upstreams;
        this.services = services;
        this.logged = logged;
        this.settings = settings;
    }

    /**
     * Gathers all parts.
     *
     * @throws helpdesk.platform.problem.Problem {@code service-unavailable} when one is missing, {@code archive-too-large}
     */
    Gathered gather(UUID person, Caller caller) {
        Gathered gathered = new Gathered(new ArrayList<>());
        try {
            for (Upstream service : upstreams.all()) {
                services.fetch(service, person, caller, gathered.next(service.name(), room(gathered)));
            }
            TemporaryFile own = gathered.next(SELF, room(gathered));
            if (!logged.write(person, own)) {
                gathered.dropLast();
            }
            return gathered;
        } catch (IOException | RuntimeException e) {
            String missing = gathered.last();
            gathered.close();
            throw e instanceof IOException failure ? problem(missing, failure) : (RuntimeException) e;
        }
    }

    private long room(Gathered gathered) throws IOException {
        return settings.most().asLongValue() - gathered.size();
    }

    private Problem problem(String service, IOException failure) {
        if (failure instanceof TemporaryFile.TooLargeException) {
            return GatewayProblem.ARCHIVE_TOO_LARGE.problem(
                    "All that is held has more than %d MiB. Ask each service for its part.",
                    settings.most().asLongValue() / MIB);
        }
        LOG.warnf("%s did not give its part of what is held on somebody: %s", service, failure.getMessage());
        return GatewayProblem.SERVICE_UNAVAILABLE
                .problem("%s did not give its part, and a part is not the whole. Try again shortly.", service)
                .member("service", service)
                .retryAfter(SOON);
    }

    /** The parts, until they are closed. */
    record Gathered(List<Part> parts) implements Closeable {

        TemporaryFile next(String service, long limit) throws IOException {
            Part part = new Part(service, TemporaryFile.create(limit));
            parts.add(part);
            return part.file();
        }

        String last() {
            return parts.isEmpty() ? SELF : parts.getLast().service();
        }

        void dropLast() throws IOException {
            parts.removeLast().file().close();
        }

        long size() throws IOException {
            long size = 0;
            for (Part part : parts) {
                size += part.file().size();
            }
            return size;
        }

        /** Writes one archive of all of them, each in a folder of its own. */
        void writeTo(OutputStream out) throws IOException {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Part part : parts) {
                    if (part.service().equals(SELF)) {
                        zip.putNextEntry(new ZipEntry(SELF + "/" + LoggedData.ENTRY));
                        part.file().in().transferTo(zip);
                        zip.closeEntry();
                    } else {
                        part.copyTo(zip);
                    }
                }
            }
        }

        @Override
        public void close() {
            for (Part part : parts) {
                try {
                    part.file().close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private record Part(String service, TemporaryFile file) {

        void copyTo(ZipOutputStream zip) throws IOException {
            ZipInputStream in = new ZipInputStream(file.in());
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(service + "/" + entry.getName()));
                in.transferTo(zip);
                zip.closeEntry();
            }
        }
    }
}
