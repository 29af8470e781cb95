package helpdesk.local.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What people say in one language: sentences to fill in, words, and names. */
final class Language {

    /** How many made-up words each language gets besides its own: product names, places, slips of the pen. */
    private static final int MADE_UP = 400;

    private final String code;
    private final List<Template> subjects;
    private final List<Template> sentences;
    private final SkewedWords words;
    private final List<String> given;
    private final List<String> family;

    private Language(String code, Map<String, List<String>> sections) {
        this.code = code;
        this.subjects = sections.get("subjects").stream().map(Template::of).toList();
        this.sentences = sections.get("sentences").stream().map(Template::of).toList();
        this.words = new SkewedWords(withMadeUp(words(sections, "words"), words(sections, "syllables")));
        this.given = words(sections, "given");
        this.family = words(sections, "family");
    }

    /** @param code of ISO 639, for which there is a file of words beside this class */
    static Language read(String code) {
        try (InputStream file = Language.class.getResourceAsStream(code + ".txt")) {
            Map<String, List<String>> sections = new HashMap<>();
            List<String> section = List.of();
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), section);
                } else {
                    section.add(line);
                }
            }
            return new Language(code, sections);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String code() {
        return code;
    }

    SkewedWords words() {
        return words;
    }

    String name(Draw draw) {
        return draw.of(given) + " " + draw.of(family);
    }

    void appendSubject(StringBuilder text, Draw draw) {
        draw.of(subjects).append(text, words, draw);
    }

    void appendSentence(StringBuilder text, Draw draw) {
        draw.of(sentences).append(text, words, draw);
    }

    private static List<String> words(Map<String, List<String>> sections, String section) {
        return List.of(String.join(" ", sections.get(section)).split(" "));
    }

    /** The same in every run: they belong to the language. */
    private static List<String> withMadeUp(List<String> own, List<String> syllables) {
        Set<String> all = new LinkedHashSet<>(own);
        Draw draw = new Draw(0, own.hashCode());
        while (all.size() < own.size() + MADE_UP) {
            String word = draw.of(syllables) + draw.of(syllables);
            all.add(draw.chance(50) ? word : word + draw.of(syllables));
        }
        return List.copyOf(all);
    }
}
