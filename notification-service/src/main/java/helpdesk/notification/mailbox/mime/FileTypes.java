package helpdesk.notification.mailbox.mime;

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

    private static final Set<String> HARMFUL_TYPES = Set.of(
            "application/x-executable",
            "application/x-elf",
            "application/x-sharedlib",
            "application/x-object",
            "application/x-msdownload",
            "application/x-dosexec",
            "application/x-ms-installer",
            "application/x-mach-o",
            "application/x-mach-o-executable",
            "application/java-archive",
            "application/java-vm",
            "application/vnd.android.package-archive",
            "application/x-shockwave-flash",
            "application/x-sh",
            "application/x-bat",
            "application/x-ms-shortcut",
            "application/javascript",
            "text/javascript",
            "application/ecmascript",
            "application/hta",
            "text/vbscript",
            "text/x-vbscript",
            "text/html",
            "application/xhtml+xml",
            "application/xml",
            "image/svg+xml");

    private static final Set<String> HARMFUL_NAMES = Set.of(
            "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "mjs", "jse", "wsf", "wsh",
            "hta", "msi", "msp", "lnk", "jar", "class", "apk", "dll", "sh", "svg", "svgz", "htm", "html", "xhtml",
            "shtml", "swf", "xml", "mht", "mhtml", "url", "reg", "cpl", "iso", "img", "vhd", "docm", "xlsm", "pptm",
            "dotm", "xltm", "xlam");

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    private FileTypes() {}

    /** The media type, without parameters. */
    static String of(String name, byte[] content) {
        return detect(name, content).toString();
    }

    /** Whether it would do something where it is opened. It is handed out as bytes, and nothing else. */
    static boolean isHarmful(String name, byte[] content) {
        return HARMFUL_NAMES.contains(FileNames.extension(name))
                || HARMFUL_TYPES.contains(detect(name, content).toString())
                || HARMFUL_TYPES.contains(detect(null, content).toString());
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
