package helpdesk.feedback.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.StopwordAnalyzerBase;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.bn.BengaliAnalyzer;
import org.apache.lucene.analysis.de.GermanAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.hi.HindiAnalyzer;
import org.apache.lucene.analysis.pt.PortugueseAnalyzer;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.analysis.ta.TamilAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/**
 * Finds the words of a text that say something, and the stem under which the forms of one word are counted together: by Lucene's
 * analysis of the language with its stop words. In other languages, words are what Unicode says (UAX #29), each its own stem but
 * for capital letters. So are names of competitors in all languages: they have no forms.
 */
final class WordAnalysis {

    /** In UTF-16 units. What is longer is an address or a key, and no word. */
    private static final int LONGEST_WORD = 60;

    private static final Map<String, StopwordAnalyzerBase> STEMMING = Map.of(
            "en", new EnglishAnalyzer(),
            "de", new GermanAnalyzer(),
            "fr", new FrenchAnalyzer(),
            "es", new SpanishAnalyzer(),
            "pt", new PortugueseAnalyzer(),
            "ru", new RussianAnalyzer(),
            "hi", new HindiAnalyzer(),
            "bn", new BengaliAnalyzer(),
            "ta", new TamilAnalyzer());

    private static final Map<String, Analyzer> NAMING = STEMMING.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    language -> new StandardAnalyzer(
                            CharArraySet.copy(language.getValue().getStopwordSet()))));

    private static final Analyzer PLAIN = new StandardAnalyzer(CharArraySet.EMPTY_SET);

    private WordAnalysis() {}

    /**
     * The words by their stems, each as it was written first.
     *
     * @param language the primary language
     */
    static Map<String, String> words(String language, About about, String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        Map<String, String> words = new LinkedHashMap<>();
        try (TokenStream tokens = analyzer(language, about).tokenStream("", composed)) {
            CharTermAttribute stem = tokens.getAttribute(CharTermAttribute.class);
            OffsetAttribute place = tokens.getAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (isWord(stem)) {
                    String written = composed.substring(place.startOffset(), place.endOffset());
                    words.putIfAbsent(stem.toString(), withoutArticle(language, written));
                }
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can be read", e);
        }
        return words;
    }

    private static Analyzer analyzer(String language, About about) {
        return switch (about) {
            case COMPETITORS -> NAMING.getOrDefault(language, PLAIN);
            case REASONS, IMPROVEMENTS -> STEMMING.containsKey(language) ? STEMMING.get(language) : PLAIN;
        };
    }

    /** Numbers alone are none. */
    private static boolean isWord(CharSequence stem) {
        return stem.length() <= LONGEST_WORD && stem.codePoints().anyMatch(Character::isLetter);
    }

    /** French articles lose a vowel and are written with the word: l'aide is aide. */
    private static String withoutArticle(String language, String written) {
        int apostrophe = Math.max(written.indexOf('\''), written.indexOf('’'));
        boolean isArticle = language.equals("fr")
                && apostrophe > 0
                && FrenchAnalyzer.DEFAULT_ARTICLES.contains(
                        written.substring(0, apostrophe).toLowerCase(Locale.ROOT));
        return isArticle ? written.substring(apostrophe + 1) : written;
    }
}
