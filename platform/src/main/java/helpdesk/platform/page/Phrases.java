package helpdesk.platform.page;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is said on pages, in one language.
 *
 * @param language its tag
 */
public record Phrases(String language, Map<String, String> texts) {

    private static final Set<String> FROM_RIGHT_TO_LEFT =
            Set.of("ar", "he", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb");

    public String get(String name) {
        return texts.get(name);
    }

    /** The phrase with something put in, where it says {@code {0}}, {@code {1}}. */
    public String with(String name, Object... values) {
        return new MessageFormat(texts.get(name), locale()).format(values);
    }

    /** A moment in the manner of the language, by the clocks of a zone. */
    public String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale())
                .format(at.atZone(zone));
    }

    /** A day in the manner of the language, by the calendar of a zone. */
    public String day(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(locale())
                .format(at.atZone(zone));
    }

    /** A day with its name, in the manner of the language. */
    public String dayOfWeek(ZonedDateTime at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale())
                .format(at);
    }

    /** How a language calls itself. */
    public static String nameOf(String language) {
        Locale locale = Locale.forLanguageTag(language);
        return locale.getDisplayName(locale);
    }

    /** How it is written: {@code ltr} or {@code rtl}. */
    public String direction() {
        return direction(language);
    }

    /** How a language is written: {@code ltr} or {@code rtl}. */
    public static String direction(String language) {
        String base = Locale.forLanguageTag(language).getLanguage();
        return FROM_RIGHT_TO_LEFT.contains(base) ? "rtl" : "ltr";
    }

    /** The conventions of the language. */
    public Locale locale() {
        return Locale.forLanguageTag(language);
    }
}
