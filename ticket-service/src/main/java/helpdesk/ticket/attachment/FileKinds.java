package helpdesk.ticket.attachment;

import helpdesk.platform.file.HarmfulFiles;
import helpdesk.platform.problem.Problem;
import helpdesk.ticket.TicketProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** Tells what a file is by its content, and refuses what does harm or pretends to be something else. */
@ApplicationScoped
class FileKinds {

    /** Their content always begins with a mark of their own. */
    private static final Set<String> MARKED = Set.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "image/tiff",
            "image/bmp",
            "application/pdf",
            "application/zip",
            "application/gzip");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /**
     * The media type of the file.
     *
     * @throws helpdesk.platform.problem.Problem {@code attachment-refused}
     */
    String require(String name, java.nio.file.Path content) throws IOException {
        MediaType byContent = detect(content, null);
        MediaType both = detect(content, name);
        MediaType byName = types.detect(null, named(name)).getBaseType();
        if (HarmfulFiles.isHarmfulName(name) || isRefused(byContent) || isRefused(both) || isRefused(byName)) {
            throw refused("Programs, scripts, web pages and SVG pictures are not taken. Send a PDF, a PNG or a text.");
        }
        boolean pretends = MARKED.contains(byName.toString()) && !isA(byContent, byName)
                || !isUnknown(byName) && !isUnknown(byContent) && !isA(byName, byContent) && !isA(byContent, byName);
        if (pretends) {
            throw refused("Its name says " + byName + ", and its content something else. Give it the name that fits.");
        }
        Disguise.requireNone(both, content);
        return both.toString();
    }

    static Problem refused(String detail) {
        return TicketProblem.ATTACHMENT_REFUSED.at("", "%s", detail);
    }

    private MediaType detect(java.nio.file.Path content, String name) throws IOException {
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(content))) {
            return types.detect(bytes, named(name)).getBaseType();
        }
    }

    private static Metadata named(String name) {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        return metadata;
    }

    private static boolean isRefused(MediaType type) {
        return HarmfulFiles.isHarmfulType(type.toString());
    }

    private boolean isA(MediaType type, MediaType general) {
        return type.equals(general) || types.getMediaTypeRegistry().isSpecializationOf(type, general);
    }

    private static boolean isUnknown(MediaType type) {
        return type.equals(MediaType.OCTET_STREAM);
    }
}
