package helpdesk.notification.mailbox.mime;

import jakarta.mail.Session;
import java.util.List;
import java.util.Properties;

/** Sessions of the mail library that read what is not written as it should be, instead of refusing it. */
public final class LenientSession {

    /** The library reads these from the system, once. */
    private static final List<String> LENIENT = List.of(
            "mail.mime.base64.ignoreerrors",
            "mail.mime.uudecode.ignoreerrors",
            "mail.mime.uudecode.ignoremissingbeginend",
            "mail.mime.ignoreunknownencoding",
            "mail.mime.ignoremultipartencoding",
            "mail.mime.multipart.allowempty",
            "mail.mime.multipart.ignoremissingendboundary",
            "mail.mime.multipart.ignoremissingboundaryparameter",
            "mail.mime.applefilenames",
            "mail.mime.windowsfilenames");

    private static final List<String> STRICT = List.of("mail.mime.parameters.strict", "mail.mime.decodetext.strict");

    static {
        LENIENT.forEach(property -> System.setProperty(property, "true"));
        STRICT.forEach(property -> System.setProperty(property, "false"));
    }

    private LenientSession() {}

    /** For mails that are here. */
    public static Session local() {
        return with(new Properties());
    }

    /** For a server. */
    public static Session with(Properties server) {
        Properties properties = new Properties();
        server.stringPropertyNames().forEach(name -> properties.setProperty(name, server.getProperty(name)));
        properties.setProperty("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }
}
