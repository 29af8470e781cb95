package helpdesk.notification.mailbox.mime;

import helpdesk.platform.file.HarmfulFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;

/** What files are by their content, whatever the mail says, and which of them would run where they are opened. */
final class FileTypes {

    private static final String XML = "application/xml";

    /** Beyond what is harmful anywhere: what mail programs and offices open with more than a look. */
    private static final Set<String> HARMFUL_IN_MAILS = Set.of(
            "xml", "mht", "mhtml", "url", "reg", "cpl", "iso", "img", "vhd", "docm", "xlsm", "pptm", "dotm", "xltm",
            "xlam");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FileTypes() {}

    /** The media type, without parameters. */
    static String of(String name, byte[] content) {
        return detect(name, content).toString();
    }

    /** Whether it would do something where it is opened. It is handed out as bytes, and nothing else. */
    static boolean isHarmful(String name, byte[] content) {
        return HarmfulFiles.isHarmfulName(name)
                || HARMFUL_IN_MAILS.contains(HarmfulFiles.extension(name))
                || isHarmful(detect(name, content))
                || isHarmful(detect(null, content));
    }

    private static boolean isHarmful(MediaType type) {
        return type.toString().equals(XML) || HarmfulFiles.isHarmfulType(type.toString());
    }

    private static MediaType detect(String name, byte[] content) {
        Metadata metadata = new Metadata();
        if (name != null) {
            metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        }
        try {
            return TYPES.detect(new ByteArrayInputStream(content), metadata).getBaseType();
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes in memory can always be read", e);
        }
    }
}
