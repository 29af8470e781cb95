package helpdesk.platform.file;

import java.util.Locale;
import java.util.Set;

/** Files that run, or that a browser would run, where they are opened: by their media types, and by the ends of their names. */
public final class HarmfulFiles {

    private static final Set<String> TYPES = Set.of(
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
            "image/svg+xml");

    private static final Set<String> EXTENSIONS = Set.of(
            "exe", "com", "scr", "pif", "bat", "cmd", "ps1", "psm1", "vbs", "vbe", "js", "mjs", "jse", "wsf", "wsh",
            "hta", "msi", "msp", "lnk", "jar", "class", "apk", "dll", "sh", "svg", "svgz", "htm", "html", "xhtml",
            "shtml", "swf");

    private HarmfulFiles() {}

    /**
     * Whether files of this very type run. What is a kind of such a type may be good: JSON counts as a kind of JavaScript.
     *
     * @param mediaType without parameters, in small letters
     */
    public static boolean isHarmfulType(String mediaType) {
        return TYPES.contains(mediaType);
    }

    /** Whether a file of this name runs; spaces behind the name do not count, as they do not where it is opened. */
    public static boolean isHarmfulName(String name) {
        return EXTENSIONS.contains(extension(name));
    }

    /** What stands behind the last dot of the name, in small letters; empty without one. */
    public static String extension(String name) {
        String bare = name.stripTrailing();
        int dot = bare.lastIndexOf('.');
        return dot < 0 ? "" : bare.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
