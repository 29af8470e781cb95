package helpdesk.ticket.standard;

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
import java.util.stream.Collectors;

/**
 * The words of the standards page in a language. They are in {@code standards/<language>.properties}.
 *
 * @param language its tag
 */
public record Words(String language, Map<String, String> texts) {

    private static final List<String> TAGS = List.of("en", "de", "fr", "es", "pt", "ru", "kk", "hi", "bn", "ta");

    private static final Map<String, Words> KNOWN = TAGS.stream().collect(Collectors.toMap(tag -> tag, Words::read));

    /** A language that the page is there in, and how it calls itself. */
    public record Language(String tag, String name) {}

    /** All languages that the page is there in. */
    static List<Language> languages() {
        return TAGS.stream()
                .map(tag ->
                        new Language(tag, Locale.forLanguageTag(tag).getDisplayLanguage(Locale.forLanguageTag(tag))))
                .toList();
    }

    /** Those of the first of the languages that the page is there in (RFC 4647, lookup); English ones when it is in none. */
    static Words of(List<LanguageRange> wanted) {
        String tag = Locale.lookupTag(wanted, TAGS);
        return KNOWN.get(tag == null ? TAGS.getFirst() : tag);
    }

    /** The text with this name. */
    public String get(String name) {
        return texts.get(name);
    }

    /** The conventions of the language. */
    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private static Words read(String tag) {
        try (InputStream file = Words.class.getResourceAsStream("/standards/" + tag + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new Words(
                    tag,
                    texts.stringPropertyNames().stream().collect(Collectors.toMap(name -> name, texts::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
