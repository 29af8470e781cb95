package helpdesk.notification.appointment.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is said on the page of an appointment. The words are in {@code pages/appointment/<language>.properties}.
 *
 * @param language their tag
 */
public record PageWords(String language, Map<String, String> texts) {

    private static final String ENGLISH = "en";

    private static final List<String> TAGS =
            List.of(ENGLISH, "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", "ar");

    private static final Set<String> FROM_RIGHT_TO_LEFT =
            Set.of("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

    private static final Map<String, PageWords> KNOWN =
            TAGS.stream().collect(Collectors.toMap(tag -> tag, PageWords::read));

    /** Those of the first of the languages that there are, or of what it falls back to; English ones where there are none. */
    static PageWords in(String... wanted) {
        String best = Locale.lookupTag(
                Stream.of(wanted).flatMap(tag -> ranges(tag).stream()).toList(), TAGS);
        return KNOWN.get(best == null ? ENGLISH : best);
    }

    public String get(String name) {
        return texts.get(name);
    }

    /** How the language is written: {@code ltr} or {@code rtl}. */
    public String direction() {
        return FROM_RIGHT_TO_LEFT.contains(locale().getLanguage()) ? "rtl" : "ltr";
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private static List<LanguageRange> ranges(String tag) {
        try {
            return tag == null ? List.of() : LanguageRange.parse(tag);
        } catch (IllegalArgumentException notALanguage) {
            return List.of();
        }
    }

    private static PageWords read(String tag) {
        try (InputStream file = PageWords.class.getResourceAsStream("/pages/appointment/" + tag + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new PageWords(
                    tag,
                    texts.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, texts::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
