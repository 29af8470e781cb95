package helpdesk.notification.unsubscribe;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What the pages say. The words are in {@code pages/<language>.properties}. */
record UnsubscribeWords(String language, Map<String, String> texts) {

    private static final String ENGLISH = "en";

    private static final List<String> TAGS = List.of(ENGLISH, "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta");

    private static final Map<String, UnsubscribeWords> KNOWN =
            TAGS.stream().collect(Collectors.toMap(tag -> tag, UnsubscribeWords::read));

    /** Those of the language, or of the first that a browser's wishes name; English ones where there are none. */
    static UnsubscribeWords in(String wishes) {
        try {
            List<Locale.LanguageRange> ranges = wishes == null ? List.of() : Locale.LanguageRange.parse(wishes);
            String found = Locale.lookupTag(ranges, TAGS);
            return KNOWN.get(found == null ? ENGLISH : found);
        } catch (IllegalArgumentException notReadable) {
            return KNOWN.get(ENGLISH);
        }
    }

    String get(String name) {
        return texts.get(name);
    }

    private static UnsubscribeWords read(String tag) {
        try (InputStream file = UnsubscribeWords.class.getResourceAsStream("/pages/" + tag + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new UnsubscribeWords(
                    tag,
                    texts.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, texts::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
