package helpdesk.notification.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The words on the buttons of messages, from {@code messages/labels.properties}. */
record Labels(String open, String yes, String no) {

    private static final Properties ALL = read();

    /** Those of a language, or of what it falls back to; English ones where there are none. */
    static Labels in(String language) {
        String known = MessageTemplates.nearest(language);
        return new Labels(
                ALL.getProperty(known + ".open"), ALL.getProperty(known + ".yes"), ALL.getProperty(known + ".no"));
    }

    private static Properties read() {
        try (InputStream file = Labels.class.getResourceAsStream("/messages/labels.properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties labels = new Properties();
            labels.load(reader);
            return labels;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
