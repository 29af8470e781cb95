package helpdesk.notification.booking;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What is said on the page. The words are in {@code pages/<language>.properties}.
 *
 * @param language their tag
 */
public record PageWords(String language, Map<String, String> texts) {

    private static final String ENGLISH = "en";
    private static final String ARABIC = "ar";

    private static final List<String> TAGS =
            List.of(ENGLISH, "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta", ARABIC);

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Map<String, PageWords> KNOWN =
            TAGS.stream().collect(Collectors.toMap(tag -> tag, PageWords::read));

    /** Those of the first of these languages that there are words of, each with what it falls back to; else English ones. */
    static PageWords in(String... wanted) {
        List<LanguageRange> ranges = new ArrayList<>();
        for (String tags : wanted) {
            ranges.addAll(ranges(tags));
        }
        String best = Locale.lookupTag(ranges, TAGS);
        return KNOWN.get(best == null ? ENGLISH : best);
    }

    public String get(String name) {
        return texts.get(name);
    }

    /** The languages that the page is there in. */
    public List<String> tags() {
        return TAGS;
    }

    /** How a language calls itself. */
    public String nameOf(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayName(locale);
    }

    /** How the language is written: {@code ltr} or {@code rtl}. */
    public String direction() {
        return language.equals(ARABIC) ? "rtl" : "ltr";
    }

    /** A day in the manner of the language. */
    String day(ZonedDateTime at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Locale.forLanguageTag(language))
                .format(at);
    }

    /** A time of the day. */
    static String minute(ZonedDateTime at) {
        return MINUTE.format(at);
    }

    private static List<LanguageRange> ranges(String tags) {
        try {
            return tags == null || tags.isBlank() ? List.of() : LanguageRange.parse(tags);
        } catch (IllegalArgumentException illFormed) {
            return List.of();
        }
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
