package helpdesk.feedback.page;

import helpdesk.feedback.language.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is said on the pages around the questions. The words are in {@code pages/<language>.properties}.
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

    /** Those of the language, or of what it falls back to; English ones where there are none. */
    static PageWords in(String language) {
        return KNOWN.get(Languages.choose(TAGS, ENGLISH, language));
    }

    /** How a language is written: {@code ltr} or {@code rtl}. */
    static String direction(String language) {
        String base = Locale.forLanguageTag(language).getLanguage();
        return FROM_RIGHT_TO_LEFT.contains(base) ? "rtl" : "ltr";
    }

    public String get(String name) {
        return texts.get(name);
    }

    /** The text with something put in. */
    public String with(String name, Object value) {
        return new MessageFormat(texts.get(name), locale()).format(new Object[] {value});
    }

    /** A day in the manner of the language. */
    public String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(at.atZone(ZoneOffset.UTC));
    }

    private Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private static PageWords read(String tag) {
        try (InputStream file = PageWords.class.getResourceAsStream("/pages/" + tag + ".properties");
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
