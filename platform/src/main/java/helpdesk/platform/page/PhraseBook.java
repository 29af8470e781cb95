package helpdesk.platform.page;

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
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is said on pages, in several languages: {@code <folder>/<language>.properties}. */
public final class PhraseBook {

    private final List<String> languages;
    private final Map<String, Phrases> phrases;

    /**
     * Reads it.
     *
     * @param folder of resources, with a slash before it
     * @param languages BCP 47 tags; the first is what is spoken when none of the wanted ones is there
     */
    public PhraseBook(Class<?> owner, String folder, List<String> languages) {
        this.languages = List.copyOf(languages);
        this.phrases =
                languages.stream().collect(Collectors.toMap(Function.identity(), tag -> read(owner, folder, tag)));
    }

    /**
     * The phrases in the best language (RFC 4647, lookup): each wanted one in turn, with what it falls back to, before the next.
     *
     * @param wanted tags, or what browsers send as {@code Accept-Language}; null and ill-formed ones are passed over
     */
    public Phrases in(String... wanted) {
        for (String one : wanted) {
            String found = one == null ? null : lookup(one);
            if (found != null) {
                return phrases.get(found);
            }
        }
        return phrases.get(languages.getFirst());
    }

    /** The languages it is there in. */
    public List<String> languages() {
        return languages;
    }

    private String lookup(String wanted) {
        try {
            return Locale.lookupTag(LanguageRange.parse(wanted), languages);
        } catch (IllegalArgumentException illFormed) {
            return null;
        }
    }

    private static Phrases read(Class<?> owner, String folder, String tag) {
        try (InputStream file = owner.getResourceAsStream(folder + "/" + tag + ".properties");
                Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return new Phrases(
                    tag,
                    texts.stringPropertyNames().stream()
                            .collect(Collectors.toMap(Function.identity(), texts::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
